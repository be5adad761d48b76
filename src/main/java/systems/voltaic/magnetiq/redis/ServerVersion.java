package systems.voltaic.magnetiq.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's version, and whether it is new enough. */
record ServerVersion(int major, int minor) {

  private static final Pattern LINE = Pattern.compile("redis_version:(\\d+)\\.(\\d+)");

  static Future<ServerVersion> ask(RedisConnection connection) {
    return connection
        .send(Request.cmd(Command.INFO).arg("server"))
        .map(info -> read(info.toString()))
        .compose(ServerVersion::check);
  }

  static ServerVersion read(String info) {
    Matcher line = LINE.matcher(info);
    if (!line.find()) {
      throw new IllegalStateException("the server does not say which version of Redis it is");
    }
    return new ServerVersion(Integer.parseInt(line.group(1)), Integer.parseInt(line.group(2)));
  }

  Future<ServerVersion> check() {
    if (major > 6 || (major == 6 && minor >= 2)) {
      return Future.succeededFuture(this);
    }
    return Future.failedFuture(
        new IllegalStateException(
            "Redis " + this + " is too old: install 6.2 or newer, or point REDIS_URL at one"));
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
