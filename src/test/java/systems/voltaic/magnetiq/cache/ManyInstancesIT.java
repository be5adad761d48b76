package systems.voltaic.magnetiq.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.redis.RedisServer;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Punctual;

@Punctual
class ManyInstancesIT {

  private static final Policy HOUR = Policy.of(Duration.ofHours(1));
  private final RedisServer server = new RedisServer();
  private final List<CachingInstance> instances =
      Stream.generate(() -> new CachingInstance(server, Clock.systemUTC())).limit(4).toList();
  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger value = new AtomicInteger();

  @AfterEach
  void close() {
    instances.forEach(CachingInstance::close);
    server.close();
  }

  @Test
  void fiveHundredMissesAtOnceAskTheOriginOnce() {
    missAll("/warm-up");
    runs.set(0);

    missAll("/front");

    System.out.println("P12: 500 misses over 4 instances, origin runs: " + runs);
    assertThat(runs.get()).isLessThan(4);
  }

  @Test
  void fiveHundredMissesWithoutRedisAskOncePerInstance() {
    server.kill();
    Eventually.that("all notice", () -> instances.stream().noneMatch(i -> i.redis.state().up()));

    missAll("/front");

    assertThat(runs).hasValue(4);
  }

  @Test
  void aChangeIsFreshElsewhereWithinMilliseconds() {
    CachingInstance here = instances.get(0);
    CachingInstance there = instances.get(1);
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      micros.add(TimeUnit.NANOSECONDS.toMicros(untilFresh(here, there)));
    }

    Collections.sort(micros);
    long p99 = micros.get(297);
    System.out.printf("P13: fresh elsewhere after %d us, p99 %d us%n", micros.get(150), p99);
    assertThat(p99).isLessThan(TimeUnit.SECONDS.toMicros(1));
  }

  private long untilFresh(CachingInstance here, CachingInstance there) {
    String wanted = Integer.toString(value.incrementAndGet());
    long start = System.nanoTime();
    here.cache.changed("value");
    var subject = Subject.of("/value", "value");
    Eventually.that(
        "the new value there",
        () -> there.text(subject, HOUR, () -> CachingInstance.text(value)).equals(wanted));
    return System.nanoTime() - start;
  }

  private void missAll(String key) {
    List<Future<Served>> all = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      CachingInstance instance = instances.get(i % 4);
      all.add(instance.cache.get(Subject.of(key), HOUR, () -> slow(instance)));
    }
    Future.all(all).await();
    assertThat(all).allSatisfy(one -> assertThat(one.result().stale()).isFalse());
  }

  private Future<Original> slow(CachingInstance instance) {
    runs.incrementAndGet();
    return instance.vertx.timer(60).map(t -> Original.html(Buffer.buffer("page")));
  }
}
