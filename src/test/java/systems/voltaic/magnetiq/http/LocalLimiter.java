package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.function.Supplier;

/** Counts in this instance alone. */
final class LocalLimiter implements RateLimiter {

  private final Supplier<Limits> limits;
  private final Clock clock;
  private final Buckets buckets = new Buckets(SharedLimiter.MOST_KEYS);

  LocalLimiter(Supplier<Limits> limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public Future<Verdict> take(String rule, String key) {
    Bucket bucket = buckets.of(rule + " " + key, limits.get().rule(rule));
    return Future.succeededFuture(bucket.take(clock.millis() * 1000));
  }
}
