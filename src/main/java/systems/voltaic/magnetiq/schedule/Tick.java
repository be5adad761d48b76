package systems.voltaic.magnetiq.schedule;

import java.time.Instant;
import systems.voltaic.magnetiq.job.Job;

/** Something that is to be done at certain times: the job is enqueued, once for all instances. */
public record Tick(String name, Cadence cadence, Job.Draft job) {

  /** A job of the tick that still waits is not joined by a second one. */
  public Tick {
    if (!name.matches("[a-z][a-z0-9-]{0,59}")) {
      throw new IllegalArgumentException("not a tick's name: " + name);
    }
    job = job.unique("tick:" + name);
  }

  /**
   * How a tick stands.
   *
   * @param lastFiredAt null when it never fired
   */
  public record State(
      String name,
      String cadence,
      Instant nextAt,
      Instant lastFiredAt,
      boolean paused,
      long version) {}
}
