package systems.voltaic.magnetiq.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Platform;

/** What cannot work is said in one sentence, by a program that then ends. */
class RefusedStartIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void namesEverythingThatIsWrongWithTheConfigurationAtOnce() {
    var said =
        refused(
            folder,
            2,
            Map.of(
                "DATABSE_URL", "postgresql://localhost/none",
                "PORT", "0",
                "SITE_PORT", "seventy",
                "ROLES", "api,kitchen",
                "LOG_LEVEL", "loud"));
    assertThat(said)
        .contains("did you mean DATABASE_URL")
        .contains("SITE_PORT is \"seventy\"")
        .contains("\"kitchen\"")
        .contains("LOG_LEVEL is \"loud\"");
  }

  @Test
  void refusesAPortThatIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var environment = new HashMap<>(onExternalServers(Databases.fresh()));
      environment.put("PORT", Integer.toString(taken.getLocalPort()));
      assertThat(refused(folder, 1, environment))
          .contains(Integer.toString(taken.getLocalPort()))
          .contains("PORT");
    }
  }

  @Test
  void refusesAWrongPassword() {
    var right = Databases.fresh();
    var user = right.getUserInfo().replaceFirst(":.*", ":wrong");
    var wrong = URI.create(right.toString().replace(right.getUserInfo(), user));
    assertThat(refused(folder, 1, onExternalServers(wrong)))
        .contains("the database at 127.0.0.1:" + right.getPort())
        .contains("refuses")
        .contains("password");
  }

  @Test
  void refusesAPostgresThatIsTooOld() throws IOException {
    try (var old = new OldPostgres()) {
      var url = URI.create("postgresql://someone:none@127.0.0.1:" + old.port() + "/some");
      var environment = new HashMap<>(onExternalServers(url));
      environment.put("DB_SSL_MODE", "disable");
      assertThat(refused(folder, 1, environment))
          .contains("the database is Postgres 13, but Magnetiq needs 14 or newer");
    }
  }

  private static Map<String, String> onExternalServers(URI database) {
    return Platform.on(database, Databases.redisUrl());
  }

  /** What it said, in one message and without a stack trace. */
  static String refused(Path folder, int code, Map<String, String> environment) {
    try (var instance = Platform.launch(folder, environment)) {
      var exit = instance.process().awaitExit(PATIENCE);
      var said = instance.process().output();
      assertThat(exit).as("%s", said).isEqualTo(code);
      assertThat(said).noneMatch(line -> line.startsWith("\tat "));
      assertThat(said.stream().filter(line -> line.startsWith("magnetiq: "))).hasSize(1);
      return String.join("\n", said);
    }
  }
}
