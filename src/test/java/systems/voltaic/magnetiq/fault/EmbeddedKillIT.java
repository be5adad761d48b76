package systems.voltaic.magnetiq.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.EmbeddedData;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.SmtpSink;
import systems.voltaic.magnetiq.testkit.Sql;

/** The database of the one-command size may die at any moment. */
@Order(Integer.MAX_VALUE)
class EmbeddedKillIT {
  private static final int CYCLES = 10;

  @TempDir Path folder;

  @Test
  void losesNothingAndDoublesNothingHoweverOftenPostgresIsKilled() throws IOException {
    var data = EmbeddedData.in(folder);
    try (var sink = SmtpSink.start();
        var instance = Platform.start(folder, Platform.mailTo(sink))) {
      var visitor = instance.api();
      var database = data.databaseUrl();
      var writing = Writing.start(2, () -> visitor);
      var returns = new ArrayList<Long>();

      for (var cycle = 0; cycle < CYCLES; cycle++) {
        writing.hurry(20);
        data.killPostgres();
        var killed = System.nanoTime();
        writing.hurry(20);
        returns.add((System.nanoTime() - killed) / 1_000_000);
      }
      writing.stop();
      var waiting = writing.outliveTheLeases(database);

      System.out.printf(
          "%d kills of Postgres: %s; 20 more writes after %s ms; %d mails still open at the end%n",
          CYCLES, writing, returns, waiting);
      assertThat(Sql.value(database, "SHOW fsync")).isEqualTo("on");
      assertThat(instance.process().isAlive()).isTrue();
      writing.assertKeptOnce(database, sink);
    }
  }
}
