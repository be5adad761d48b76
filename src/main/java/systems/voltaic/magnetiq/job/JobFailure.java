package systems.voltaic.magnetiq.job;

import java.time.Duration;
import java.util.Optional;

/** How a handler says more than "it failed"; its message is kept with the job, so no secrets. */
public final class JobFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean permanent;
  private final Duration retryAfter;

  private JobFailure(String message, boolean permanent, Duration retryAfter) {
    super(message, null, false, false);
    this.permanent = permanent;
    this.retryAfter = retryAfter;
  }

  /** Trying again cannot help. */
  public static JobFailure permanent(String message) {
    return new JobFailure(message, true, null);
  }

  /** The other side said when to come back. */
  public static JobFailure retryAfter(Duration delay, String message) {
    return new JobFailure(message, false, delay);
  }

  static JobFailure overdue(Duration lease) {
    return new JobFailure("it took longer than its lease of " + lease, false, null);
  }

  boolean isPermanent() {
    return permanent;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
