package systems.voltaic.magnetiq.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Where answers came from. */
record CacheCounts(
    Counter memory,
    Counter stale,
    Counter redis,
    Counter origin,
    Counter failed,
    Counter evicted,
    Counter untold) {

  static CacheCounts in(MeterRegistry registry) {
    return new CacheCounts(
        answers(registry, "memory"),
        answers(registry, "stale"),
        answers(registry, "redis"),
        registry.counter("cache_origin_runs"),
        registry.counter("cache_origin_failures"),
        registry.counter("cache_evictions"),
        registry.counter("cache_changes_delayed"));
  }

  private static Counter answers(MeterRegistry registry, String source) {
    return registry.counter("cache_answers", "source", source);
  }
}
