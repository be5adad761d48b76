package systems.voltaic.magnetiq.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
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

/** What the owner decides holds on every instance within a second, and its pages show it. */
@Needs(Program.REDIS)
@Punctual
@Isolated("a change must be seen within a second")
class LiveSettingsIT {
  private static final String NAME = "/api/v1/settings/company.name";

  @TempDir Path folder;

  @Test
  void showsAChangeOnEveryInstance() {
    try (var redis = new RedisServer()) {
      var environment = Platform.withDemo(Databases.fresh(), redis.config().url());
      var instances = Stream.generate(() -> Platform.launch(folder, environment)).limit(3).toList();
      try {
        instances.forEach(Platform::ready);
        var apis = instances.stream().map(Platform::api).toList();
        var sites = instances.stream().map(Platform::site).toList();

        var pages = changes(100, "on the page", apis.get(0), sites, LiveSettingsIT::onThePage);
        var with = changes(10, "with Redis", apis.get(0), apis, LiveSettingsIT::inTheApi);
        redis.kill();
        var without = changes(10, "without", apis.get(0), apis, LiveSettingsIT::inTheApi);

        System.out.printf(
            "a change is seen everywhere within %d ms with Redis and %d ms without, in the pages"
                + " after %d ms (median), %d ms (longest)%n",
            with.get(9).toMillis(),
            without.get(9).toMillis(),
            pages.get(50).toMillis(),
            pages.get(99).toMillis());
        assertThat(pages.get(98)).isLessThan(Duration.ofSeconds(1));
        assertThat(with.get(9)).isLessThan(Duration.ofSeconds(1));
        assertThat(without.get(9)).isLessThan(Duration.ofMillis(1500));
      } finally {
        instances.forEach(Platform::close);
      }
    }
  }

  /**
   * How long it took until the last of the instances showed each of so many, the shortest first.
   */
  private static List<Duration> changes(
      int many,
      String word,
      Visitor owner,
      List<Visitor> visitors,
      BiPredicate<Visitor, String> shows) {
    return IntStream.range(0, many)
        .mapToObj(i -> change("Example %s %d".formatted(word, i), owner, visitors, shows))
        .sorted()
        .toList();
  }

  private static Duration change(
      String name, Visitor owner, List<Visitor> visitors, BiPredicate<Visitor, String> shows) {
    try {
      var etag = owner.get(NAME).header("ETag");
      var answer = owner.put(NAME, etag, "{\"value\":\"%s\"}".formatted(name));
      var changed = System.nanoTime();
      assertThat(answer.status()).isEqualTo(200);
      for (var visitor : visitors) {
        Eventually.that("the change", () -> shows.test(visitor, name));
      }
      return Duration.ofNanos(System.nanoTime() - changed);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static boolean onThePage(Visitor visitor, String name) {
    try {
      var page = visitor.get("/de");
      assertThat(page.status()).isEqualTo(200);
      return page.body().contains('"' + name + '"');
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static boolean inTheApi(Visitor visitor, String name) {
    try {
      return visitor.get("/api/v1/site").json().path("name").asText().equals(name);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
