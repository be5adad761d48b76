package systems.voltaic.magnetiq.job;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Page;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Tx;

/** Work that waits, runs or was parked, as those see it who look after it. */
public final class OpenJobs {

  private record Purge(String kind, long olderThanDays, int jobs) {}

  private static final String CANCELLED = "somebody took its job out of the queue";

  private final Db db;
  private final Jobs jobs;
  private final Audit audit;
  private final List<Companion> companions;
  private final JobSql sql = new JobSql();
  private final DepthSql depths = new DepthSql();

  public OpenJobs(Db db, Jobs jobs, Audit audit, List<Companion> companions) {
    this.db = db;
    this.jobs = jobs;
    this.audit = audit;
    this.companions = companions;
  }

  /** How many there are, whatever their kind. */
  public record Open(long waiting, long parked) {}

  public Future<Open> open(Caller caller) {
    return depths
        .depths(db.primary(caller))
        .map(all -> new Open(sum(all, "waiting") + sum(all, "delayed"), sum(all, "parked")));
  }

  private static long sum(List<JobSampler.Depth> all, String state) {
    return all.stream()
        .filter(depth -> depth.state().equals(state))
        .mapToLong(JobSampler.Depth::jobs)
        .sum();
  }

  /** A page of jobs, newest first, without their payloads. */
  Future<Page<Job>> list(
      Caller caller, Optional<Job.State> state, Optional<String> kind, Paging paging) {
    var session = db.reads(caller);
    return sql.list(session, state, kind, paging)
        .compose(
            found -> sql.count(session, state, kind).map(all -> paging.page(found, all, Job::id)));
  }

  /** The payload may hold personal data: only for who manages jobs. */
  Future<Job> byId(Caller caller, UUID id) {
    return sql.byId(db.reads(caller), id)
        .map(job -> caller.may("jobs:manage") ? job : job.withoutPayload());
  }

  /** A parked job starts over; a waiting one is due at once. */
  Future<Job> replay(Caller caller, UUID id) {
    return db.transaction(caller, tx -> sql.replay(tx, id).compose(job -> replayed(tx, job)));
  }

  private Future<Job> replayed(Tx tx, Job job) {
    jobs.wakeAfter(tx, Set.of(job.kind()));
    return audit.record(tx, "job.replay", subject(job), null, job).map(job);
  }

  /** Takes back a job that nobody works on. */
  Future<Void> cancel(Caller caller, UUID id, long version) {
    return db.transaction(
        caller,
        tx ->
            sql.cancel(tx, id, version)
                .compose(job -> undone(tx, job).map(job.withoutPayload()))
                .compose(job -> audit.record(tx, "job.cancel", subject(job), job, null)));
  }

  private Future<Void> undone(Tx tx, Job job) {
    return companions.stream()
        .filter(companion -> companion.kind().equals(job.kind()))
        .findFirst()
        .map(companion -> companion.undone(tx, job.payload(), CANCELLED))
        .orElseGet(Future::succeededFuture);
  }

  /** Deletes up to 10,000 jobs that were parked longer ago; answers how many. */
  public Future<Integer> purge(Caller caller, Optional<String> kind, Duration olderThan) {
    return db.transaction(
        caller,
        tx ->
            sql.purge(tx, kind, olderThan)
                .compose(n -> purged(tx, new Purge(kind.orElse(null), olderThan.toDays(), n))));
  }

  private Future<Integer> purged(Tx tx, Purge purge) {
    return purge.jobs() == 0
        ? Future.succeededFuture(0)
        : audit.record(tx, "job.purge", "job", purge, null).map(purge.jobs());
  }

  private static String subject(Job job) {
    return "job:" + job.id();
  }
}
