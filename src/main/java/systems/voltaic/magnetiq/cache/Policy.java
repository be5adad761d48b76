package systems.voltaic.magnetiq.cache;

import io.vertx.core.http.HttpHeaders;
import java.time.Duration;

/**
 * How long an answer may be used.
 *
 * @param fresh without asking again, as long as nothing it was made from changes
 * @param stale afterwards, while a new one is made in the background
 * @param staleOnError when no new one can be made
 * @param patience how long a visitor waits for a new one before the previous one is given
 * @param cacheControl what browsers and the edge are told
 */
public record Policy(
    Duration fresh,
    Duration stale,
    Duration staleOnError,
    Duration patience,
    CharSequence cacheControl) {

  /** The edge keeps it a second, browsers ask each time. */
  public static Policy of(Duration fresh) {
    return of(fresh, Duration.ZERO, Duration.ofSeconds(1));
  }

  public static Policy of(Duration fresh, Duration maxAge, Duration sharedMaxAge) {
    return new Policy(
        fresh,
        Duration.ofMinutes(10),
        Duration.ofDays(1),
        Duration.ofMillis(300),
        cacheControl(maxAge, sharedMaxAge));
  }

  private static CharSequence cacheControl(Duration maxAge, Duration sharedMaxAge) {
    return HttpHeaders.createOptimized(
        "public, max-age="
            + maxAge.toSeconds()
            + ", s-maxage="
            + sharedMaxAge.toSeconds()
            + ", stale-while-revalidate=30");
  }
}
