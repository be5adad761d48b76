package systems.voltaic.magnetiq.job;

import java.time.Duration;
import java.util.Optional;

/**
 * How one kind is worked on.
 *
 * @param concurrency jobs at a time in one instance
 * @param lease how long a handler may take before the job is given to somebody else
 * @param rate starts over all instances together, when the other side sets a pace
 */
public record Limits(int concurrency, Duration lease, Backoff backoff, Optional<Rate> rate) {

  /** So many starts in each period; unused ones are kept for one period. */
  public record Rate(int permits, Duration period) {
    public Rate {
      if (permits < 1 || period.toMillis() < 1) {
        throw new IllegalArgumentException("a rate is at least one start in a millisecond");
      }
    }
  }

  public Limits {
    if (concurrency < 1 || lease.toMillis() < 1) {
      throw new IllegalArgumentException("concurrency and lease must be positive");
    }
  }

  public static Limits standard() {
    return new Limits(8, Duration.ofMinutes(1), Backoff.standard(), Optional.empty());
  }

  public Limits concurrency(int jobs) {
    return new Limits(jobs, lease, backoff, rate);
  }

  public Limits lease(Duration duration) {
    return new Limits(concurrency, duration, backoff, rate);
  }

  public Limits backoff(Backoff other) {
    return new Limits(concurrency, lease, other, rate);
  }

  public Limits rate(int permits, Duration period) {
    return new Limits(concurrency, lease, backoff, Optional.of(new Rate(permits, period)));
  }
}
