package systems.voltaic.magnetiq.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.JavaProcess;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Visitor;

/** Instances that do only some of the work can be watched like one that does it all. */
class SplitRolesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String FORGOTTEN =
      """
      INSERT INTO job (id, kind, priority, payload, due_at, max_attempts)
      VALUES ('01990000-0000-7000-8000-000000000001', 'test.nobody-does-this', 1, '{}',
        now() - interval '2 hours', 3)
      """;

  @TempDir Path folder;

  @Test
  void answersHowItIsDoingWithoutApiAndSite() throws IOException {
    var environment = environment("mail");
    Sql.run(database(environment), FORGOTTEN);
    try (var instance = Platform.start(folder, environment)) {
      Visitor visitor = instance.api();

      assertThat(visitor.get("/health/ready").status()).isEqualTo(200);
      assertSeesTheForgottenJob(visitor);
      assertThat(visitor.get("/api/v1/site").status()).isEqualTo(404);
      assertThat(visitor.get("/").status()).isEqualTo(404);
      try (var status = JavaProcess.platform(environment, folder, "status")) {
        assertThat(status.awaitExit(PATIENCE)).isZero();
      }
    }
  }

  @Test
  void seesWhatIsLeftLyingWithoutTheScheduleRole() throws IOException {
    var environment = environment("api");
    Sql.run(database(environment), FORGOTTEN);
    try (var instance = Platform.start(folder, environment)) {
      assertSeesTheForgottenJob(instance.api());
    }
  }

  private static void assertSeesTheForgottenJob(Visitor visitor) throws IOException {
    assertThat(visitor.get("/metrics").body())
        .contains("jobs_oldest_age_seconds{kind=\"test.nobody-does-this\"}")
        .contains("jobs_depth{kind=\"test.nobody-does-this\",state=\"waiting\"} 1");
    Eventually.that(
        "the queue is down",
        PATIENCE,
        () -> visitor.get("/health/detailed").body().matches("(?s).*\"queue\".*\"down\".*"));
  }

  private static URI database(Map<String, String> environment) {
    return URI.create(environment.get("DATABASE_URL"));
  }

  private static Map<String, String> environment(String roles) {
    var environment = new HashMap<>(Platform.on(Databases.fresh(), Databases.redisUrl()));
    environment.put("ROLES", roles);
    environment.put("PORT", Integer.toString(Platform.freePort()));
    return environment;
  }
}
