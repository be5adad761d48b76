package systems.voltaic.magnetiq.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.redis.RedisServer;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.FakeClock;
import systems.voltaic.magnetiq.testkit.Punctual;

@Punctual
@Isolated("it holds the platform to times")
class AnswerCacheIT {

  private static final Policy MINUTE = Policy.of(Duration.ofMinutes(1));
  private static RedisServer server;
  private final FakeClock clock = FakeClock.at("2030-05-01T12:00:00Z");
  private final CachingInstance berlin = new CachingInstance(server, clock);
  private final CachingInstance lisbon = new CachingInstance(server, clock);
  private final AtomicInteger runs = new AtomicInteger();
  private final String tag = UUID.randomUUID().toString();
  private final Subject page = Subject.of("/page/" + tag, tag);

  @BeforeAll
  static void startServer() {
    server = new RedisServer();
  }

  @AfterEach
  void close() {
    berlin.close();
    lisbon.close();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void asksTheOriginOnceForAllInstances() {
    assertThat(berlin.text(page, MINUTE, this::numbered)).isEqualTo("run 1");
    assertThat(berlin.text(page, MINUTE, this::numbered)).isEqualTo("run 1");
    assertThat(lisbon.text(page, MINUTE, this::numbered)).isEqualTo("run 1");

    assertThat(berlin.count("cache_answers", "source", "memory")).isEqualTo(1);
    assertThat(lisbon.count("cache_answers", "source", "redis")).isEqualTo(1);
  }

  @Test
  void aChangeOnOneInstanceIsSeenOnTheOther() {
    lisbon.text(page, MINUTE, this::numbered);

    berlin.cache.changed(tag).await();

    assertThat(berlin.text(page, MINUTE, this::numbered)).isEqualTo("run 2");
    Eventually.that(
        "lisbon to see it", () -> lisbon.text(page, MINUTE, this::numbered).equals("run 2"));
  }

  @Test
  void whatWasReadBeforeAChangeIsNotKeptAsFresh() {
    var witness = Subject.of("/witness/" + tag, tag);
    berlin.text(witness, MINUTE, () -> CachingInstance.text("unaware"));
    Promise<Original> slow = Promise.promise();
    var first = berlin.cache.get(page, MINUTE, slow::future);
    Eventually.that("the origin to be asked", () -> berlin.count("cache_origin_runs") == 2);

    lisbon.cache.changed(tag).await();
    Eventually.that(
        "berlin to hear of it",
        () -> berlin.text(witness, MINUTE, () -> CachingInstance.text("aware")).equals("aware"));
    slow.complete(plain("read before the change"));

    assertThat(first.await().answer().body()).hasToString("read before the change");
    assertThat(berlin.text(page, MINUTE, this::numbered)).isEqualTo("run 1");
    assertThat(lisbon.text(page, MINUTE, this::numbered)).isEqualTo("run 1");
  }

  @Test
  void whatWasReadWithoutAChangeIsKept() {
    Promise<Original> slow = Promise.promise();
    var first = berlin.cache.get(page, MINUTE, slow::future);
    Eventually.that("the origin to be asked", () -> berlin.count("cache_origin_runs") == 1);

    lisbon.cache.changed("something else").await();
    slow.complete(plain("read once"));

    first.await();
    assertThat(berlin.text(page, MINUTE, this::numbered)).isEqualTo("read once");
    assertThat(lisbon.text(page, MINUTE, this::numbered)).isEqualTo("read once");
  }

  @Test
  void whoComesAfterAChangeDoesNotShareWhatBeganBeforeIt() {
    Promise<Original> slow = Promise.promise();
    var first = berlin.cache.get(page, MINUTE, slow::future);
    Eventually.that("the origin to be asked", () -> berlin.count("cache_origin_runs") == 1);

    berlin.cache.changed(tag).await();

    assertThat(berlin.text(page, MINUTE, this::numbered)).isEqualTo("run 1");
    slow.complete(plain("too late"));
    first.await();
    assertThat(berlin.text(page, MINUTE, this::numbered)).isEqualTo("run 1");
  }

  @Test
  void anExpiredAnswerIsGivenAtOnceAndMadeAnewOnce() {
    berlin.text(page, MINUTE, this::numbered);
    clock.advance(Duration.ofSeconds(90));
    Promise<Original> slow = Promise.promise();

    for (int i = 0; i < 20; i++) {
      Served served = berlin.served(page, MINUTE, slow::future);
      assertThat(served.stale()).isTrue();
      assertThat(served.answer().body()).hasToString("run 1");
    }
    Eventually.that("one refresh", () -> berlin.count("cache_origin_runs") == 2);
    slow.complete(plain("anew"));

    Eventually.that("the new one", () -> berlin.text(page, MINUTE, slow::future).equals("anew"));
    assertThat(berlin.count("cache_origin_runs")).isEqualTo(2);
  }

  @Test
  void anAnswerIsNotGivenPastTheTimeItTurnsWrong() {
    Instant end = clock.instant().plusSeconds(10);
    berlin.text(page, MINUTE, () -> Future.succeededFuture(plain("cheap").validUntil(end)));

    clock.advance(Duration.ofSeconds(9));
    assertThat(berlin.text(page, MINUTE, this::numbered)).isEqualTo("cheap");
    clock.advance(Duration.ofSeconds(1));
    assertThat(berlin.text(page, MINUTE, this::numbered)).isEqualTo("run 1");
  }

  @Test
  void aRefreshThatBeganBeforeTheTimeItTurnsWrongIsNotGivenAfterIt() {
    Instant end = clock.instant().plusSeconds(10);
    Promise<Original> slow = Promise.promise();
    var origins = List.<Supplier<Future<Original>>>of(slow::future, this::numbered).iterator();
    var asked = berlin.cache.get(page, MINUTE, () -> origins.next().get());
    Eventually.that("the origin to be asked", () -> berlin.count("cache_origin_runs") == 1);

    clock.advance(Duration.ofSeconds(10));
    slow.complete(plain("cheap").validUntil(end));

    assertThat(asked.await().answer().body()).hasToString("run 1");
  }

  @Test
  void aSlowOriginDoesNotBringBackWhatTurnedWrong() {
    var impatient = impatient();
    var witness = Subject.of("/witness/" + tag, tag);
    Instant end = clock.instant().plusSeconds(10);
    berlin.text(page, MINUTE, () -> Future.succeededFuture(plain("cheap").validUntil(end)));
    berlin.text(witness, MINUTE, () -> Future.succeededFuture(plain("old")));
    clock.advance(Duration.ofSeconds(10));
    berlin.cache.changed(tag).await();
    Promise<Original> slow = Promise.promise();

    var asked = berlin.cache.get(page, impatient, slow::future);
    assertThat(berlin.served(witness, impatient, slow::future).stale()).isTrue();

    assertThat(asked.isComplete()).isFalse();
    slow.complete(plain("dear"));
    assertThat(asked.await().answer().body()).hasToString("dear");
  }

  @Test
  void anOldAnswerStandsInWhenTheOriginFailsForUpToADay() {
    berlin.text(page, MINUTE, this::numbered);
    berlin.cache.changed(tag).await();

    clock.advance(Duration.ofHours(23));
    Served served = berlin.served(page, MINUTE, AnswerCacheIT::failing);
    assertThat(served.stale()).isTrue();
    assertThat(served.answer().body()).hasToString("run 1");

    clock.advance(Duration.ofHours(2));
    assertThatThrownBy(() -> berlin.served(page, MINUTE, AnswerCacheIT::failing))
        .hasMessage("the database is away");
  }

  @Test
  void anInstanceThatHasNoCopyTakesTheOldOneFromRedis() {
    berlin.text(page, MINUTE, this::numbered);
    berlin.cache.changed(tag).await();

    assertThat(lisbon.served(page, MINUTE, AnswerCacheIT::failing).stale()).isTrue();
  }

  @Test
  void whatIsGoneIsNotReplacedByAnOldAnswer() {
    berlin.text(page, MINUTE, this::numbered);
    lisbon.text(page, MINUTE, this::numbered);
    berlin.cache.changed(tag).await();
    Supplier<Future<Original>> gone = () -> Future.failedFuture(Fault.notFound("page", "it"));

    assertThatThrownBy(() -> berlin.served(page, MINUTE, gone)).hasMessageContaining("not exist");
    assertThatThrownBy(() -> berlin.served(page, MINUTE, AnswerCacheIT::failing))
        .hasMessage("the database is away");
  }

  @Test
  void aSlowOriginCostsAVisitorOnlySomePatience() {
    berlin.text(page, MINUTE, this::numbered);
    berlin.cache.changed(tag).await();
    Promise<Original> never = Promise.promise();

    long start = System.nanoTime();
    Served served = berlin.served(page, MINUTE, never::future);

    assertThat(served.stale()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(290), Duration.ofMillis(900));
  }

  @Test
  void clearingHasEverythingMadeAnew() {
    berlin.text(page, MINUTE, this::numbered);

    lisbon.cache.clear().await();

    Eventually.that(
        "a new answer", () -> berlin.text(page, MINUTE, this::numbered).equals("run 2"));
  }

  @Test
  void memoryIsBounded() {
    var small = new CachingInstance(server, clock, new CacheConfig(1_000_000, Duration.ofDays(1)));
    var body = Buffer.buffer(new byte[100_000]);
    for (int i = 0; i < 100; i++) {
      var subject = Subject.of("/large/" + i, tag);
      small.served(subject, MINUTE, () -> Future.succeededFuture(Original.of("a/b", body)));
    }

    assertThat(small.registry.get("cache_bytes").gauge().value()).isBetween(1.0, 1_000_000.0);
    assertThat(small.count("cache_evictions")).isGreaterThan(80);
    small.close();
  }

  private static Policy impatient() {
    return new Policy(
        MINUTE.fresh(),
        MINUTE.stale(),
        MINUTE.staleOnError(),
        Duration.ofMillis(1),
        MINUTE.cacheControl());
  }

  private Future<Original> numbered() {
    return CachingInstance.text("run " + runs.incrementAndGet());
  }

  private static Future<Original> failing() {
    return Future.failedFuture(new IllegalStateException("the database is away"));
  }

  private static Original plain(String text) {
    return Original.of("text/plain", Buffer.buffer(text));
  }
}
