package systems.voltaic.magnetiq.people.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DebianPostgres;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Guest;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.Staff;
import systems.voltaic.magnetiq.testkit.Visitor;

/** Nobody is let in, and nobody called a stranger, by who cannot find out. */
@Needs(Program.POSTGRES)
@Punctual
class DatabaseAwayIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String TICKETS = "/api/v1/system/alerts";

  @TempDir Path folder;

  @Test
  void answersThatItCannotTellWhileTheDatabaseIsAway() throws IOException {
    try (var postgres = DebianPostgres.start();
        var instance = Platform.start(folder, Platform.on(postgres.url(), Databases.redisUrl()))) {
      Guest guest = Guest.signIn(postgres.url(), instance.api(), Staff.OWNER);
      assertThat(guest.visitor().get(TICKETS).status()).isEqualTo(200);
      assertThat(instance.api().get(TICKETS).status()).isEqualTo(200);

      postgres.kill();
      long stopped = System.nanoTime();

      Eventually.that("503", PATIENCE, () -> guest.visitor().get(TICKETS).status() == 503);
      Eventually.that("503", PATIENCE, () -> instance.api().get(TICKETS).status() == 503);
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - stopped);
      System.out.printf("the database went away: remembered for %d ms%n", took);
      assertThat(took).isLessThan(3_000);
      assertUnknown(guest.visitor());
      assertUnknown(instance.api());
      assertThat(guest.visitor().bearing("x").get(TICKETS).status()).isEqualTo(401);
      assertThat(guest.visitor().get("/api/v1/health").status()).isEqualTo(200);
      assertThat(instance.api().anonymous().get("/api/v1/health").status()).isEqualTo(200);

      postgres.begin();

      Eventually.that("200", PATIENCE, () -> guest.visitor().get(TICKETS).status() == 200);
    }
  }

  private static void assertUnknown(Visitor visitor) throws IOException {
    var answer = visitor.get(TICKETS);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isNotEmpty();
  }
}
