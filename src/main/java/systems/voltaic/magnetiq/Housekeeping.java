package systems.voltaic.magnetiq;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.job.Job;
import systems.voltaic.magnetiq.job.JobHandler;
import systems.voltaic.magnetiq.job.Lease;
import systems.voltaic.magnetiq.schedule.Cadence;
import systems.voltaic.magnetiq.schedule.Tick;

/**
 * What is tidied up without being asked for: each tick enqueues a job, each job has its handler.
 */
final class Housekeeping {

  private static final String PURGE_KEYS = "housekeeping.purge-idempotency-keys";
  private static final String PURGE_JOBS = "housekeeping.purge-parked-jobs";

  private static final String PURGE_ASSETS = "housekeeping.purge-assets";
  private static final String PURGE_DELIVERIES = "housekeeping.purge-webhook-deliveries";

  static List<Tick> ticks() {
    return List.of(
        new Tick("purge-idempotency-keys", Cadence.hourly(17), Job.Draft.of(PURGE_KEYS, Map.of())),
        new Tick(
            "purge-parked-jobs",
            Cadence.daily(LocalTime.of(3, 30), ZoneOffset.UTC),
            Job.Draft.of(PURGE_JOBS, Map.of())),
        new Tick(
            "purge-webhook-deliveries",
            Cadence.daily(LocalTime.of(3, 45), ZoneOffset.UTC),
            Job.Draft.of(PURGE_DELIVERIES, Map.of())),
        new Tick(
            "purge-assets",
            Cadence.daily(LocalTime.of(4, 0), ZoneOffset.UTC),
            Job.Draft.of(PURGE_ASSETS, Map.of())));
  }

  static List<JobHandler> handlers(Kernel kernel, Features features) {
    return List.of(
        handler(PURGE_KEYS, () -> purgeKeys(kernel)),
        handler(PURGE_JOBS, () -> purgeJobs(features)),
        handler(
            PURGE_ASSETS, () -> features.assets().purge(Caller.system(PURGE_ASSETS)).mapEmpty()),
        handler(
            PURGE_DELIVERIES,
            () -> features.webhooks().purge(Caller.system(PURGE_DELIVERIES)).mapEmpty()));
  }

  private static Future<Void> purgeKeys(Kernel kernel) {
    return kernel
        .idempotency()
        .purge(Caller.system(PURGE_KEYS))
        .compose(more -> more ? purgeKeys(kernel) : Future.succeededFuture());
  }

  private static Future<Void> purgeJobs(Features features) {
    var age = Duration.ofDays(features.live().number("retention.parkedJobsDays"));
    return features.openJobs().purge(Caller.system(PURGE_JOBS), Optional.empty(), age).mapEmpty();
  }

  private static JobHandler handler(String kind, Supplier<Future<Void>> work) {
    return new JobHandler() {
      @Override
      public String kind() {
        return kind;
      }

      @Override
      public Future<Void> handle(Lease lease) {
        return work.get();
      }
    };
  }

  private Housekeeping() {}
}
