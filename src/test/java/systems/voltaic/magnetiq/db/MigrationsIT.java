package systems.voltaic.magnetiq.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DbConfigs;

class MigrationsIT {

  @Test
  void ofManyThatStartTogetherOneMigrates() throws SQLException {
    var config = DbConfigs.to(Databases.empty());

    var starts =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> new Migrations(config).migrate(),
                        task -> new Thread(task, "instance").start()))
            .toList();

    var executed = starts.stream().mapToInt(CompletableFuture::join).sum();
    assertThat(executed).isEqualTo(files());
    assertThat(new Migrations(config).applied()).isEqualTo(Migrations.NEEDED);
  }

  @Test
  void tellsAnUntouchedDatabaseFromAMigratedOne() throws SQLException {
    assertThat(new Migrations(DbConfigs.to(Databases.empty())).applied()).isZero();
    assertThat(new Migrations(DbConfigs.to(Databases.fresh())).applied())
        .isEqualTo(Migrations.NEEDED);
  }

  @Test
  void needsTheNewestMigrationThatItCarries() {
    assertThat(newest()).isEqualTo(Migrations.NEEDED);
  }

  private static long files() {
    try (var all = Files.list(Path.of("src/main/resources/db/migration"))) {
      return all.count();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int newest() {
    try (var all = Files.list(Path.of("src/main/resources/db/migration"))) {
      return all.map(p -> p.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"))
          .mapToInt(Integer::parseInt)
          .max()
          .orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
