package systems.voltaic.magnetiq.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import systems.voltaic.magnetiq.redis.RedisServer;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.Visitor;

/** A change shows in the HTML of every instance. */
@Needs(Program.REDIS)
@Punctual
@Isolated("a change must be seen within a second")
class SiteChangeIT {
  private static final String NAME = "/api/v1/settings/company.name";
  private static final int CHANGES = 100;

  @TempDir Path folder;

  @Test
  void showsAChangeInThePagesOfEveryInstance() {
    var database = Databases.fresh();
    try (var redis = new RedisServer()) {
      var environment = Platform.withDemo(database, redis.config().url());
      var instances = Stream.generate(() -> Platform.launch(folder, environment)).limit(3).toList();
      try {
        instances.forEach(Platform::ready);
        var sites = instances.stream().map(Platform::site).toList();
        var times = IntStream.range(0, CHANGES).mapToObj(i -> change(i, sites)).toList();

        var sorted = times.stream().sorted().toList();
        System.out.printf(
            "a change is in the pages of three instances after %d ms (median), %d ms (longest)%n",
            sorted.get(CHANGES / 2).toMillis(), sorted.get(CHANGES - 1).toMillis());
        assertThat(sorted.get(CHANGES - 2)).isLessThan(Duration.ofSeconds(1));
      } finally {
        instances.forEach(Platform::close);
      }
    }
  }

  /** How long it takes until the last of the instances shows it. */
  private static Duration change(int number, List<Visitor> sites) {
    var name = "Example Works " + number;
    try {
      var etag = sites.get(0).get(NAME).header("ETag");
      var answer = sites.get(0).put(NAME, etag, "{\"value\":\"%s\"}".formatted(name));
      var changed = System.nanoTime();
      assertThat(answer.status()).isEqualTo(200);
      for (var site : sites) {
        assertThat(site.get("/de").status()).isEqualTo(200);
        Eventually.that("the change", () -> site.get("/de").body().contains('"' + name + '"'));
      }
      return Duration.ofNanos(System.nanoTime() - changed);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
