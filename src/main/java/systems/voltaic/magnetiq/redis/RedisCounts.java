package systems.voltaic.magnetiq.redis;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How calls to Redis failed. */
final class RedisCounts {

  private final Counter away;
  private final Counter full;
  private final Counter late;
  private final Counter error;

  RedisCounts(MeterRegistry registry) {
    away = counter(registry, "away");
    full = counter(registry, "full");
    late = counter(registry, "late");
    error = counter(registry, "error");
  }

  void away() {
    away.increment();
  }

  void full() {
    full.increment();
  }

  void late() {
    late.increment();
  }

  void error() {
    error.increment();
  }

  private static Counter counter(MeterRegistry registry, String reason) {
    return registry.counter("redis_call_failures", "reason", reason);
  }
}
