package systems.voltaic.magnetiq.job;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits that double with each try up to a most, each somewhere in its upper half. */
public record Backoff(Duration first, Duration most) {

  private static final int DOUBLINGS = 30;

  public Backoff {
    if (first.toMillis() < 1 || most.compareTo(first) < 0) {
      throw new IllegalArgumentException("a backoff grows from 1 ms or more");
    }
  }

  /** Ten tries within about two hours. */
  public static Backoff standard() {
    return new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));
  }

  public Duration after(int attempt, RandomGenerator random) {
    long factor = 1L << Math.min(Math.max(attempt, 1) - 1, DOUBLINGS);
    long whole = Math.min(most.toMillis(), saturated(first.toMillis(), factor));
    return Duration.ofMillis(whole - (long) (whole / 2.0 * random.nextDouble()));
  }

  private static long saturated(long millis, long factor) {
    return millis > Long.MAX_VALUE / factor ? Long.MAX_VALUE : millis * factor;
  }
}
