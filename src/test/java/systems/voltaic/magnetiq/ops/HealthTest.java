package systems.voltaic.magnetiq.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.FakeClock;

@Timeout(20)
class HealthTest {

  private static final Duration RARELY = Duration.ofHours(1);
  private final Vertx vertx = Vertx.vertx();
  private final FakeClock clock = FakeClock.at("2026-03-01T10:00:00Z");
  private final AtomicBoolean up = new AtomicBoolean(true);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void everyProbeUpIsHealthy() {
    Health health = started(RARELY, probe("database", true), probe("redis", false));
    assertThat(health.status()).isEqualTo("healthy");
    assertThat(health.results()).extracting(ProbeResult::effect).containsOnlyNulls();
  }

  @Test
  void aProbeThatIsNotCoreOnlyDegrades() {
    up.set(false);
    Health health = started(RARELY, probe("redis", false));
    assertThat(health.status()).isEqualTo("degraded");
    assertThat(health.results().get(0).effect()).isEqualTo("Without redis it is slow.");
  }

  @Test
  void aCoreProbeThatIsDownIsUnhealthy() {
    up.set(false);
    assertThat(started(RARELY, probe("database", true)).status()).isEqualTo("unhealthy");
  }

  @Test
  void aProbeThatNeverAnswersIsDownAtItsDeadline() {
    Promise<Finding> never = Promise.promise();
    Health health = started(RARELY, probe("smtp", false, never::future));
    assertThat(health.results().get(0).status()).isEqualTo("down");
    assertThat(health.results().get(0).details()).containsEntry("failure", "no answer in time");
  }

  @Test
  void aProbeThatThrowsIsDownAndItsMessageStaysInside() {
    Health health =
        started(
            RARELY,
            probe(
                "smtp",
                false,
                () -> {
                  throw new IllegalStateException("password=hunter2");
                }));
    assertThat(Json.write(health.results()).toString()).contains("down").doesNotContain("hunter2");
  }

  @Test
  void sinceIsWhenTheStatusChanged() {
    Health health = started(Duration.ofMillis(20), probe("database", true));
    var first = health.results().get(0).since();
    clock.advance(Duration.ofMinutes(1));
    Eventually.that("a later look", () -> health.results().get(0).checked().isAfter(first));
    assertThat(health.results().get(0).since()).isEqualTo(first);

    up.set(false);
    Eventually.that("it is down", () -> health.results().get(0).down());
    assertThat(health.results().get(0).since()).isEqualTo(clock.instant());
    up.set(true);
    Eventually.that("it is up again", () -> health.status().equals("healthy"));
  }

  @Test
  void whatIsFoundAfterTheEndIsNobodysNews() {
    var under = new AtomicReference<Promise<Finding>>();
    Supplier<Future<Finding>> first = () -> Future.succeededFuture(Finding.up(Map.of()));
    var check = new AtomicReference<>(first);
    Health health = started(Duration.ofMillis(20), probe("disk", false, () -> check.get().get()));
    check.set(() -> pending(under));
    Eventually.that("a look that is under way", () -> under.get() != null);

    health.stop();
    var before = health.results().get(0);
    under.get().complete(Finding.down(Map.of()));

    assertThat(before.up()).isTrue();
    assertThat(health.results()).containsExactly(before);
  }

  private static Future<Finding> pending(AtomicReference<Promise<Finding>> under) {
    Promise<Finding> found = Promise.promise();
    under.set(found);
    return found.future();
  }

  @Test
  void askingALotDoesNotLookMore() {
    var looks = new AtomicInteger();
    Health health = started(RARELY, probe("database", true, () -> counted(looks)));
    for (int i = 0; i < 10_000; i++) {
      HealthReport.of(health, new Build("1", "now"), true);
    }
    assertThat(looks).hasValue(1);
  }

  @Test
  void theTreeSaysWhatVisitorsNotice() {
    up.set(false);
    Health health = started(RARELY, probe("redis", false));
    var booking = new Feature("booking", Set.of("database"), "Booking is closed.");
    var pages = new Feature("pages", Set.of("redis"), "Pages may be a second late.");
    HealthTree tree = HealthTree.of(health, List.of(booking, pages));

    assertThat(tree.features()).extracting("status").containsExactly("up", "degraded");
    assertThat(tree.features().get(1).because()).containsExactly("redis");
    assertThat(tree.features().get(1).effect()).isEqualTo("Pages may be a second late.");
  }

  private Health started(Duration interval, Probe... probes) {
    var health = new Health(vertx, clock, interval, List.of(probes));
    health.start().await();
    return health;
  }

  private Probe probe(String name, boolean core) {
    return probe(name, core, () -> up.get() ? counted(new AtomicInteger()) : failed());
  }

  private static Probe probe(String name, boolean core, Supplier<Future<Finding>> check) {
    String effect = "Without " + name + " it is slow.";
    return Probe.of(name, Probe.Group.CORE, core, effect, check);
  }

  private static Future<Finding> counted(AtomicInteger looks) {
    return Future.succeededFuture(Finding.up(Map.of("look", looks.incrementAndGet())));
  }

  private static Future<Finding> failed() {
    return Future.failedFuture("away");
  }
}
