package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A program of its own that writes rows, says which were acknowledged, and waits to be killed. */
final class Writing {
  private Writing() {}

  public static void main(String[] args) throws Exception {
    var options = EmbeddedOptions.of(true, true).withBinaries(Path.of(args[1]));
    try (var embedded = Embedded.start(Path.of(args[0]), options, Writing::say)) {
      say("postgres " + embedded.postgresPid());
      say("redis " + embedded.redisPid());
      try (var connection = Sessions.open(embedded.databaseUrl().orElseThrow());
          var redis = new RedisSession(embedded.redisUrl().orElseThrow())) {
        writeForEver(connection, redis);
      }
    }
  }

  private static void writeForEver(Connection connection, RedisSession redis)
      throws SQLException, IOException {
    Sessions.run(
        connection, "CREATE TABLE IF NOT EXISTS written (id bigint GENERATED ALWAYS AS IDENTITY)");
    while (true) {
      var id = Sessions.ask(connection, "INSERT INTO written DEFAULT VALUES RETURNING id");
      redis.ask("SET written:" + id + " yes");
      say("written " + id);
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
