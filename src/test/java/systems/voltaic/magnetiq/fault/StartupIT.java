package systems.voltaic.magnetiq.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.db.Migrations;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.JavaProcess;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Visitor;

/** How instances find their schema. */
class StartupIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NEWER =
      """
      INSERT INTO flyway_schema_history
        (installed_rank, version, description, type, script, installed_by, execution_time, success)
      VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 'test', 1, true)
      """;

  @TempDir Path folder;

  @Test
  void migratesOnceWhenTwoInstancesStartTogether() {
    var database = Databases.empty();
    var environment = Platform.on(database, Databases.redisUrl());
    try (var one = Platform.launch(folder, environment);
        var other = Platform.launch(folder, environment)) {
      one.ready();
      other.ready();
      var applied = "SELECT version FROM flyway_schema_history WHERE success";
      assertThat(Sql.column(database, applied)).doesNotHaveDuplicates().hasSize(Migrations.NEEDED);
    }
  }

  @Test
  void waitsForTheSchemaWhereItMayNotMigrate() throws IOException {
    var environment = new HashMap<>(Platform.on(Databases.empty(), Databases.redisUrl()));
    environment.put("MIGRATE", "false");
    environment.put("PORT", Integer.toString(Platform.freePort()));
    try (var waiting = Platform.launch(folder, environment)) {
      var visitor = waiting.api();
      Eventually.that("life", PATIENCE, () -> visitor.get("/health").status() == 200);
      assertThat(visitor.get("/health/startup").status()).isEqualTo(503);
      assertThat(visitor.get("/health/ready").status()).isEqualTo(503);
      var early = visitor.get("/api/v1/settings");
      assertThat(early.status()).isEqualTo(503);
      assertThat(early.header("Retry-After")).isNotEmpty();

      var passedOn = Map.of("X-Forwarded-For", "203.0.113.9");
      assertThatThrownBy(() -> visitor.send("GET", "/api/v1/settings", passedOn, ""))
          .as("the edge, which asks another instance")
          .isInstanceOf(IOException.class);
      assertThat(visitor.send("POST", "/api/v1/auth/logout", passedOn, "").status())
          .as("what the edge may not send twice")
          .isEqualTo(503);

      migrate(environment);

      waiting.ready();
      assertThat(visitor.get("/health/startup").status()).isEqualTo(200);
      assertThat(visitor.get("/health/ready").status()).isEqualTo(200);
    }
  }

  @Test
  void runsOnASchemaThatIsNewerThanItself() throws IOException {
    var database = Databases.fresh();
    Sql.run(database, NEWER);
    try (var instance = Platform.start(folder, Platform.on(database, Databases.redisUrl()))) {
      Visitor visitor = instance.api();
      assertThat(visitor.get("/health/ready").status()).isEqualTo(200);
      assertThat(visitor.get("/api/v1/settings").status()).isEqualTo(200);
    }
  }

  private void migrate(Map<String, String> environment) {
    try (var migrate = JavaProcess.platform(environment, folder, "migrate")) {
      assertThat(migrate.awaitExit(PATIENCE)).isZero();
      assertThat(migrate.output()).anyMatch(line -> line.startsWith("Migrated in "));
    }
  }
}
