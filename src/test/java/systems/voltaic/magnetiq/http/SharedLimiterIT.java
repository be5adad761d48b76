package systems.voltaic.magnetiq.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import systems.voltaic.magnetiq.redis.RedisLink;
import systems.voltaic.magnetiq.redis.RedisServer;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Punctual;

@Punctual
@Isolated("it holds the platform to times")
final class SharedLimiterIT {

  private static final Duration DEADLINE = Duration.ofMillis(100);
  private static final Limits LIMITS =
      new Limits(
          Map.of(
              "open", rule(false, 20),
              "strict", rule(true, 5)));

  private final RedisServer redis = new RedisServer();
  private Vertx vertx;
  private RedisLink link;
  private SharedLimiter one;
  private SharedLimiter other;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    link =
        new RedisLink(
            vertx, redis.config(), new SimpleMeterRegistry(), new Random(1), Clock.systemUTC());
    link.start().await();
    one = limiter();
    other = limiter();
  }

  @AfterEach
  void stop() {
    link.close().await();
    vertx.close().await();
    redis.close();
  }

  @Test
  void countsAStrictRuleExactlyOverAllInstances() {
    long allowed =
        IntStream.range(0, 20).filter(i -> take(i % 2 == 0 ? one : other, "strict")).count();
    assertThat(allowed).isEqualTo(5);
  }

  @Test
  void tellsOtherInstancesOfAnOrdinaryRuleAMomentLater() {
    assertThat(IntStream.range(0, 25).filter(i -> take(one, "open")).count()).isEqualTo(20);
    Eventually.that("the other instance to know", () -> !take(other, "open"));
  }

  @Test
  void countsAloneWhileRedisIsAway() {
    redis.kill();
    assertThat(IntStream.range(0, 20).filter(i -> take(one, "strict")).count()).isEqualTo(5);
    assertThat(IntStream.range(0, 20).filter(i -> take(other, "strict")).count()).isEqualTo(5);
  }

  @Test
  void doesNotWaitForARedisThatIsSilent() {
    redis.freeze();
    long start = System.nanoTime();
    IntStream.range(0, 200).forEach(i -> one.take("strict", "client-" + i).await());
    redis.thaw();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(900));
  }

  private boolean take(RateLimiter limiter, String rule) {
    return limiter.take(rule, "client").await().allowed();
  }

  private SharedLimiter limiter() {
    return new SharedLimiter(
        vertx,
        () -> LIMITS,
        Clock.systemUTC(),
        (script, keys, arguments) -> link.eval(DEADLINE, script, keys, arguments));
  }

  private static Limits.Rule rule(boolean strict, int count) {
    var window = new Limits.Window(count, Duration.ofHours(1), count);
    return new Limits.Rule(List.of(window), strict);
  }
}
