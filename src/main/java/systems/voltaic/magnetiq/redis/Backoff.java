package systems.voltaic.magnetiq.redis;

import java.util.random.RandomGenerator;

/** Waits that double up to a second, with jitter so that instances don't come back as one. */
final class Backoff {

  private static final long FIRST = 50;
  private static final long LONGEST = 1000;

  private final RandomGenerator random;
  private long next = FIRST;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  long millis() {
    long wait = next / 2 + random.nextLong(next / 2 + 1);
    next = Math.min(next * 2, LONGEST);
    return wait;
  }

  void reset() {
    next = FIRST;
  }
}
