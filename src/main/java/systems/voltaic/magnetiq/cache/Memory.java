package systems.voltaic.magnetiq.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;

/** This instance's copies, bounded by their bytes. */
final class Memory {

  private final Versions versions;
  private final Cache<String, Copy> copies;

  Memory(long bytes, Versions versions, CacheCounts counts, MeterRegistry registry) {
    this.versions = versions;
    copies =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((String key, Copy copy) -> key.length() * 2 + copy.answer().weight())
            .evictionListener((key, copy, cause) -> counts.evicted().increment())
            .executor(Runnable::run)
            .build();
    registry.gauge("cache_bytes", this, Memory::bytes);
  }

  Copy get(String key) {
    return copies.getIfPresent(key);
  }

  /** An outdated answer that took long to make never replaces a current one. */
  Copy put(String key, Copy copy) {
    return copies
        .asMap()
        .merge(key, copy, (old, young) -> young.replaces(old, versions) ? young : old);
  }

  void drop(String key) {
    copies.invalidate(key);
  }

  long bytes() {
    copies.cleanUp();
    return copies.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }
}
