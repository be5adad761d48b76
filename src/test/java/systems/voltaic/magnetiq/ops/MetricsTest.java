package systems.voltaic.magnetiq.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.testkit.Eventually;

class MetricsTest {

  private static final Scraped SCRAPED = new Scraped();

  @AfterAll
  static void close() {
    SCRAPED.close();
  }

  @Test
  void thePageHasTheNamesOperatorsKnow() {
    assertThat(SCRAPED.names())
        .contains(
            "http_requests_total",
            "http_request_duration_seconds_bucket",
            "active_connections",
            "event_loop_lag_seconds",
            "jvm_memory_used_bytes",
            "jvm_memory_usage_after_gc",
            "jvm_threads_live_threads",
            "process_cpu_usage",
            "process_resident_memory_bytes",
            "process_files_open_files",
            "process_uptime_seconds",
            "vertx_pool_in_use",
            "health_probe");
  }

  @Test
  void seriesBesidesHistogramsStayWithinFiveHundred() {
    int plain =
        SCRAPED.families().entrySet().stream()
            .filter(family -> !family.getKey().matches(".*_(bucket|sum|count|max)"))
            .mapToInt(java.util.Map.Entry::getValue)
            .sum();
    assertThat(plain).isBetween(120, 500);
  }

  @Test
  void everySeriesStaysWithinThreeThousand() {
    assertThat(SCRAPED.families().values().stream().mapToInt(i -> i).sum()).isLessThan(3_000);
  }

  @Test
  void aHistogramHasEightBucketsHoweverManyWereAskedFor() {
    Duration[] many =
        IntStream.rangeClosed(1, 40).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    Timer.builder("many").serviceLevelObjectives(many).register(SCRAPED.metrics.registry());
    Timer.builder("spread").publishPercentileHistogram().register(SCRAPED.metrics.registry());

    assertThat(SCRAPED.families().get("many_seconds_bucket")).isEqualTo(8);
    assertThat(SCRAPED.families()).doesNotContainKey("spread_seconds_bucket");
  }

  @Test
  void theResidentMemoryIsThatOfThisProcess() {
    assertThat(ResidentMemory.bytes()).isBetween(2e7, 8e9);
  }

  @Test
  void aLoopThatIsHeldUpLags() {
    assertThat(SCRAPED.lag.loops()).isEqualTo(2);
    SCRAPED.vertx.runOnContext(go -> spin(Duration.ofMillis(400)));
    Eventually.that("lag is seen", () -> SCRAPED.lag.seconds() > 0.2);
  }

  private static void spin(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
