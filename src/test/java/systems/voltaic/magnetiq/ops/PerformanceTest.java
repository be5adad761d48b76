package systems.voltaic.magnetiq.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.testkit.FakeClock;

class PerformanceTest {

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(5)
  };
  private final Vertx vertx = Vertx.vertx();
  private final Metrics metrics = new Metrics();
  private final FakeClock clock = FakeClock.at("2026-03-01T10:00:00Z");
  private final Performance performance =
      new Performance(vertx, clock, metrics.registry(), new LoopLag(metrics.registry()));
  private final Health health = new Health(vertx, clock, Duration.ofHours(1), List.of());

  @AfterEach
  void close() {
    vertx.close().await();
    metrics.close();
  }

  @Test
  void ratesAndPercentilesAreThoseOfTheLastMinute() {
    performance.sample().await();
    answer(90, 50, "200");
    answer(10, 3_000, "500");
    later(10);

    var now = performance.report().now();
    assertThat(now.requestsPerSecond()).isEqualTo(10);
    assertThat(now.errorPercent()).isEqualTo(10);
    assertThat(now.p50Milliseconds()).isBetween(1.0, 100.0);
    assertThat(now.p95Milliseconds()).isBetween(1_000.0, 5_000.0);
    later(70);
    assertThat(performance.report().trend().get(1).requestsPerSecond()).isZero();
  }

  @Test
  void theTrendIsBounded() {
    for (int i = 0; i < 200; i++) {
      later(10);
    }
    assertThat(performance.report().trend()).hasSize(90);
  }

  @Test
  void errorsAndSlownessRaiseAlertsAndFadeAway() {
    performance.sample().await();
    answer(90, 3_000, "200");
    answer(10, 3_000, "500");
    later(10);
    assertThat(names()).contains("error-rate", "slow-answers");

    later(301);
    assertThat(names()).doesNotContain("error-rate", "slow-answers");
  }

  @Test
  void oneFailureAtNightRaisesNone() {
    performance.sample().await();
    answer(1, 3_000, "500");
    later(10);
    assertThat(names()).doesNotContain("error-rate", "slow-answers");
  }

  private List<String> names() {
    return new Alerts(performance, health).current().stream().map(Alerts.Alert::name).toList();
  }

  private void later(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
    performance.sample().await();
  }

  private void answer(int times, int milliseconds, String status) {
    var registry = metrics.registry();
    var timer =
        io.micrometer.core.instrument.Timer.builder("http_request_duration")
            .tag("endpoint", "/a")
            .serviceLevelObjectives(BOUNDS)
            .register(registry);
    for (int i = 0; i < times; i++) {
      timer.record(milliseconds, TimeUnit.MILLISECONDS);
      registry.counter("http_requests", "endpoint", "/a", "status_code", status).increment();
    }
  }
}
