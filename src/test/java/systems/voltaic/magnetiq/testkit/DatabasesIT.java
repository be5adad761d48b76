package systems.voltaic.magnetiq.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabasesIT {

  @Test
  void anEmptiedRedisKeepsNothing() {
    var redis = URI.create(Databases.redisUrl());

    assertThat(told(redis, "SET left behind")).contains("+OK");
    assertThat(told(redis, "DBSIZE")).contains(":1");
    Databases.emptyRedis();
    assertThat(told(redis, "DBSIZE")).contains(":0");
  }

  private static String told(URI redis, String command) {
    String password = redis.getUserInfo().split(":", 2)[1];
    try (var socket = RawSocket.to(redis.getPort())) {
      socket.send("AUTH " + password + "\r\n" + command + "\r\nQUIT\r\n");
      return socket.everything(Duration.ofSeconds(5));
    }
  }
}
