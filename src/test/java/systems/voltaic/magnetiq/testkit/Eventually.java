package systems.voltaic.magnetiq.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits until something is so, and says what never came when it does not. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(5);

  public static void that(String what, Callable<Boolean> condition) {
    that(what, PATIENCE, condition);
  }

  public static void that(String what, Duration patience, Callable<Boolean> condition) {
    get(what, patience, () -> condition.call() ? Optional.of(true) : Optional.empty());
  }

  /** Repeats an assertion until it holds; the last failure is the cause of the time-out. */
  public static void asserts(Duration patience, ThrowingCallable assertion) {
    get("the assertion to hold", patience, () -> attempt(assertion));
  }

  public static void asserts(ThrowingCallable assertion) {
    asserts(PATIENCE, assertion);
  }

  /** Polls a source until it has a value. Failures of the source count as "not yet". */
  public static <T> T get(String what, Duration patience, Callable<Optional<T>> source) {
    var deadline = System.nanoTime() + patience.toNanos();
    Throwable last;
    do {
      last = null;
      try {
        var value = source.call();
        if (value.isPresent()) {
          return value.get();
        }
      } catch (Exception | AssertionError notYet) {
        last = notYet;
      }
      LockSupport.parkNanos(STEP);
    } while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted());
    throw expired(what, patience, last);
  }

  private static AssertionError expired(String what, Duration patience, Throwable last) {
    var why = last == null ? "" : ": " + last.getMessage();
    return new AssertionError(
        "Waited " + patience.toMillis() + " ms in vain for " + what + why, last);
  }

  private static Optional<Boolean> attempt(ThrowingCallable assertion) throws Exception {
    try {
      assertion.call();
      return Optional.of(true);
    } catch (Exception | Error failure) {
      throw failure;
    } catch (Throwable other) {
      throw new AssertionError(other);
    }
  }

  private Eventually() {}
}
