package systems.voltaic.magnetiq.job;

import io.micrometer.core.instrument.MeterRegistry;

/** What workers count. */
final class JobMeters {

  private final MeterRegistry meters;

  JobMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void claimed(String kind, int jobs) {
    meters.counter("jobs_claimed_total", "kind", kind).increment(jobs);
  }

  void completed(String kind) {
    count(kind, "completed");
  }

  void failed(String kind, Job.State became) {
    count(kind, became == Job.State.PARKED ? "parked" : "retried");
  }

  /** A write of somebody who no longer held the lease. */
  void refused(String kind) {
    meters.counter("jobs_late_writes_refused_total", "kind", kind).increment();
  }

  private void count(String kind, String result) {
    meters.counter("jobs_total", "kind", kind, "result", result).increment();
  }
}
