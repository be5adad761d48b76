package systems.voltaic.magnetiq;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.job.Job;
import systems.voltaic.magnetiq.job.JobHandler;
import systems.voltaic.magnetiq.job.Lease;
import systems.voltaic.magnetiq.job.Limits;
import systems.voltaic.magnetiq.schedule.Cadence;
import systems.voltaic.magnetiq.schedule.Tick;

/**
 * What is tidied up without being asked for: each tick enqueues a job, each job has its handler.
 */
final class Housekeeping {

  private static final String PURGE_KEYS = "housekeeping.purge-idempotency-keys";
  private static final String PURGE_JOBS = "housekeeping.purge-parked-jobs";

  private static final String ROTATE_KEYS = "housekeeping.rotate-signing-keys";
  private static final String PURGE_SESSIONS = "housekeeping.purge-sessions-and-tokens";
  private static final String SEAL_AUDIT = "housekeeping.seal-audit";
  private static final String VERIFY_AUDIT = "housekeeping.verify-audit";
  private static final String PURGE_ASSETS = "housekeeping.purge-assets";
  private static final String PURGE_MAILS = "housekeeping.purge-mails";
  private static final String PURGE_DELIVERIES = "housekeeping.purge-webhook-deliveries";

  private static final String RESEAL_FACTORS = "housekeeping.reseal-factors";

  private static final String PURGE_LOGINS = "housekeeping.purge-logins";

  private static final String PURGE_PEOPLE = "housekeeping.purge-people";

  static List<Tick> ticks() {
    return List.of(
        new Tick("purge-logins", Cadence.hourly(27), Job.Draft.of(PURGE_LOGINS, Map.of())),
        new Tick("purge-idempotency-keys", Cadence.hourly(17), Job.Draft.of(PURGE_KEYS, Map.of())),
        new Tick(
            "seal-audit",
            Cadence.every(Duration.ofMinutes(1)),
            Job.Draft.of(SEAL_AUDIT, Map.of()).attempts(3)),
        new Tick(
            "verify-audit",
            Cadence.daily(LocalTime.of(2, 45), ZoneOffset.UTC),
            Job.Draft.of(VERIFY_AUDIT, Map.of())),
        new Tick(
            "purge-parked-jobs",
            Cadence.daily(LocalTime.of(3, 30), ZoneOffset.UTC),
            Job.Draft.of(PURGE_JOBS, Map.of())),
        new Tick(
            "purge-mails",
            Cadence.daily(LocalTime.of(3, 40), ZoneOffset.UTC),
            Job.Draft.of(PURGE_MAILS, Map.of())),
        new Tick(
            "purge-webhook-deliveries",
            Cadence.daily(LocalTime.of(3, 45), ZoneOffset.UTC),
            Job.Draft.of(PURGE_DELIVERIES, Map.of())),
        new Tick(
            "rotate-signing-keys",
            Cadence.daily(LocalTime.of(2, 30), ZoneOffset.UTC),
            Job.Draft.of(ROTATE_KEYS, Map.of())),
        new Tick(
            "purge-sessions-and-tokens",
            Cadence.hourly(43),
            Job.Draft.of(PURGE_SESSIONS, Map.of())),
        new Tick("reseal-factors", Cadence.hourly(7), Job.Draft.of(RESEAL_FACTORS, Map.of())),
        new Tick(
            "purge-people",
            Cadence.daily(LocalTime.of(3, 50), ZoneOffset.UTC),
            Job.Draft.of(PURGE_PEOPLE, Map.of())),
        new Tick(
            "purge-assets",
            Cadence.daily(LocalTime.of(4, 0), ZoneOffset.UTC),
            Job.Draft.of(PURGE_ASSETS, Map.of())));
  }

  static List<JobHandler> handlers(Kernel kernel, Features features) {
    var handlers = new ArrayList<>(features.staff().handlers());
    handlers.addAll(own(kernel, features));
    return handlers;
  }

  private static List<JobHandler> own(Kernel kernel, Features features) {
    return List.of(
        handler(PURGE_LOGINS, () -> purgeLogins(features)),
        handler(RESEAL_FACTORS, () -> resealFactors(features)),
        handler(PURGE_KEYS, () -> purgeKeys(kernel)),
        patient(PURGE_JOBS, () -> purgeJobs(features)),
        patient(PURGE_MAILS, () -> purgeMails(features)),
        handler(ROTATE_KEYS, () -> features.staff().keys().rotate()),
        handler(PURGE_SESSIONS, () -> features.staff().purge(Caller.system(PURGE_SESSIONS))),
        handler(SEAL_AUDIT, () -> features.auditing().seal(Caller.system(SEAL_AUDIT))),
        patient(VERIFY_AUDIT, () -> features.auditing().verify(Caller.system(VERIFY_AUDIT))),
        handler(
            PURGE_ASSETS, () -> features.assets().purge(Caller.system(PURGE_ASSETS)).mapEmpty()),
        handler(
            PURGE_PEOPLE,
            () -> features.staff().crew().purge().purgeOverdue(Caller.system(PURGE_PEOPLE))),
        patient(
            PURGE_DELIVERIES,
            () -> untilNone(() -> features.webhooks().purge(Caller.system(PURGE_DELIVERIES)))));
  }

  private static Future<Void> purgeKeys(Kernel kernel) {
    return kernel
        .idempotency()
        .purge(Caller.system(PURGE_KEYS))
        .compose(more -> more ? purgeKeys(kernel) : Future.succeededFuture());
  }

  private static Future<Void> resealFactors(Features features) {
    return features
        .staff()
        .factors()
        .reseal(Caller.system(RESEAL_FACTORS))
        .compose(more -> more ? resealFactors(features) : Future.succeededFuture());
  }

  private static Future<Void> purgeLogins(Features features) {
    return features
        .staff()
        .login()
        .purge(Caller.system(PURGE_LOGINS))
        .compose(more -> more ? purgeLogins(features) : Future.succeededFuture());
  }

  private static Future<Void> purgeJobs(Features features) {
    var age = Duration.ofDays(features.live().number("retention.parkedJobsDays"));
    var jobs = features.openJobs();
    return untilNone(() -> jobs.purge(Caller.system(PURGE_JOBS), Optional.empty(), age));
  }

  private static Future<Void> purgeMails(Features features) {
    var age = Duration.ofDays(features.live().number("retention.mailDays"));
    return untilNone(() -> features.mails().purge(Caller.system(PURGE_MAILS), age));
  }

  /** Each purge deletes so much at most. */
  static Future<Void> untilNone(Supplier<Future<Integer>> purge) {
    return purge.get().compose(n -> n == 0 ? Future.succeededFuture() : untilNone(purge));
  }

  private static JobHandler handler(String kind, Supplier<Future<Void>> work) {
    return handler(kind, Limits.standard(), work);
  }

  /** For what grows with the years. */
  private static JobHandler patient(String kind, Supplier<Future<Void>> work) {
    return handler(kind, Limits.standard().lease(Duration.ofHours(1)), work);
  }

  private static JobHandler handler(String kind, Limits limits, Supplier<Future<Void>> work) {
    return new JobHandler() {
      @Override
      public Limits limits() {
        return limits;
      }

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
