package systems.voltaic.magnetiq.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

/** What the owner decides holds on every instance within a second. */
@Needs(Program.REDIS)
@Punctual
@Isolated("a change must be seen within a second")
class LiveSettingsIT {
  private static final String NAME = "/api/v1/settings/company.name";
  private static final int CHANGES = 10;

  @TempDir Path folder;

  @Test
  void showsAChangeOnEveryInstance() throws IOException {
    var database = Databases.fresh();
    try (var redis = new RedisServer()) {
      var environment = Platform.on(database, redis.config().url());
      var instances = Stream.generate(() -> Platform.launch(folder, environment)).limit(3).toList();
      try {
        var visitors = instances.stream().map(instance -> instance.ready().api()).toList();
        var with = slowest(visitors, "with");
        redis.kill();
        var without = slowest(visitors, "without");

        System.out.printf(
            "a change is seen everywhere within %d ms with Redis and %d ms without%n",
            with.toMillis(), without.toMillis());
        assertThat(with).isLessThan(Duration.ofSeconds(1));
        assertThat(without).isLessThan(Duration.ofMillis(1500));
      } finally {
        instances.forEach(Platform::close);
      }
    }
  }

  /** The longest that any of the changes took to be seen on the last of the instances. */
  private static Duration slowest(List<Visitor> visitors, String word) throws IOException {
    var longest = Duration.ZERO;
    for (var change = 0; change < CHANGES; change++) {
      var name = "Example %s %d".formatted(word, change);
      var etag = visitors.get(0).get(NAME).header("ETag");
      var answer = visitors.get(0).put(NAME, etag, "{\"value\":\"%s\"}".formatted(name));
      var changed = System.nanoTime();
      assertThat(answer.status()).isEqualTo(200);
      for (var visitor : visitors) {
        Eventually.that("the change", () -> shown(visitor).equals(name));
      }
      var took = Duration.ofNanos(System.nanoTime() - changed);
      longest = longest.compareTo(took) > 0 ? longest : took;
    }
    return longest;
  }

  private static String shown(Visitor visitor) throws IOException {
    return visitor.get("/api/v1/site").json().path("name").asText();
  }
}
