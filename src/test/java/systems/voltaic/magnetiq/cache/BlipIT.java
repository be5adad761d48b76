package systems.voltaic.magnetiq.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.redis.RedisServer;
import systems.voltaic.magnetiq.testkit.Eventually;

/** What becomes of the copies while Redis is away and when it is back. */
class BlipIT {

  private static final Policy HOUR = Policy.of(Duration.ofHours(1));
  private static final int PAGES = 200;
  private final RedisServer server = new RedisServer();
  private final CachingInstance berlin = new CachingInstance(server, Clock.systemUTC());
  private final CachingInstance lisbon = new CachingInstance(server, Clock.systemUTC());
  private final AtomicInteger runs = new AtomicInteger();

  @AfterEach
  void close() {
    berlin.close();
    lisbon.close();
    server.close();
  }

  @Test
  void copiesAreKeptAndTheOriginHardlyNotices() {
    read(berlin, this::counted);
    Promise<Original> never = Promise.promise();
    server.kill();
    Eventually.that("the break is noticed", () -> !berlin.redis.listening());

    read(berlin, never::future);
    assertThat(berlin.count("cache_origin_runs")).isBetween(PAGES + 1.0, PAGES + 8.0);

    server.start();
    Eventually.that("it is back", () -> berlin.redis.listening() && berlin.redis.state().up());
    read(berlin, never::future);
    assertThat(berlin.count("cache_origin_runs")).isLessThanOrEqualTo(PAGES + 8.0);
  }

  @Test
  void copiesAreVerifiedWithoutTheOriginWhenRedisIsBack() {
    read(berlin, this::counted);
    server.kill();
    Eventually.that("the break is noticed", () -> !berlin.redis.listening());
    server.start();
    Eventually.that("it is back", () -> berlin.redis.listening() && berlin.redis.state().up());

    read(berlin, this::counted);

    assertThat(runs).hasValue(PAGES);
  }

  @Test
  void aChangeThatRedisMissedIsToldWhenItIsBack() {
    read(berlin, this::counted);
    read(lisbon, this::counted);
    server.kill();
    Eventually.that(
        "the break is noticed", () -> !lisbon.redis.listening() && !berlin.redis.state().up());

    berlin.cache.changed("page-7").await();
    assertThat(berlin.text(page(7), HOUR, this::counted)).isEqualTo("page " + (PAGES + 1));

    server.start();
    Eventually.that("it is back", () -> lisbon.redis.listening() && lisbon.redis.state().up());
    Eventually.that(
        "lisbon to hear of it", () -> !lisbon.text(page(7), HOUR, this::counted).equals("page 8"));
  }

  @Test
  void withoutRedisEachInstanceAsksOnce() {
    server.kill();
    Eventually.that("the break is noticed", () -> !berlin.redis.state().up());
    Promise<Original> slow = Promise.promise();
    Supplier<Future<Original>> origin = () -> slow.future();
    var first = berlin.cache.get(page(1), HOUR, origin);
    var second = berlin.cache.get(page(1), HOUR, origin);

    slow.complete(counted().result());

    assertThat(first.await().answer()).isSameAs(second.await().answer());
    assertThat(berlin.count("cache_origin_runs")).isEqualTo(1);
  }

  private void read(CachingInstance instance, Supplier<Future<Original>> origin) {
    for (int i = 0; i < PAGES; i++) {
      assertThat(instance.text(page(i), HOUR, origin)).startsWith("page");
    }
  }

  private static Subject page(int number) {
    return Subject.of("/page/" + number, "page-" + number);
  }

  private Future<Original> counted() {
    return CachingInstance.text("page " + runs.incrementAndGet());
  }
}
