package systems.voltaic.magnetiq.cache;

import java.time.Duration;

/**
 * How much finished answers may take of this instance.
 *
 * @param bytes of memory for copies
 * @param net how long a copy is believed without asking Redis (or the origin) whether it still
 *     holds
 */
public record CacheConfig(long bytes, Duration net) {

  public CacheConfig {
    if (bytes < 1_000_000) {
      throw new IllegalArgumentException("the cache needs at least 1000000 bytes of memory");
    }
  }

  public static CacheConfig standard() {
    return new CacheConfig(64L << 20, Duration.ofSeconds(5));
  }
}
