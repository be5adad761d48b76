package systems.voltaic.magnetiq.loadtest;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, with a bound. */
final class Until {

  interface Condition {
    boolean holds() throws Exception;
  }

  static void that(String what, Duration atMost, Condition condition) throws Exception {
    that(what, atMost, 10, condition);
  }

  static void that(String what, Duration atMost, int everyMillis, Condition condition)
      throws Exception {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new Unusable("waited " + atMost.toSeconds() + " s in vain for " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(everyMillis));
    }
  }

  private Until() {}
}
