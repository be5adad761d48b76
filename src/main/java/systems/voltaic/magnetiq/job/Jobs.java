package systems.voltaic.magnetiq.job;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;

/** What the program can do with durable jobs, except working on them: that is a JobWorker. */
public final class Jobs {

  private final Db db;
  private final Supplier<UUID> ids;
  private final JobSql sql = new JobSql();
  private final WakeUps wakeUps;

  /** The announcer tells other instances of kinds that wait; it may be lossy. */
  public Jobs(Vertx vertx, Db db, Supplier<UUID> ids, Consumer<Set<String>> announcer) {
    this.db = db;
    this.ids = ids;
    this.wakeUps = new WakeUps(vertx, announcer);
  }

  /** Promises the work if, and only if, the transaction commits; answers the live job's id. */
  public Future<UUID> enqueue(Tx tx, Job.Draft draft) {
    return enqueue(tx, List.of(draft)).map(all -> all.get(0));
  }

  /** The ids of the live jobs, in no particular order; drafts with an equal key become one. */
  public Future<List<UUID>> enqueue(Tx tx, List<Job.Draft> drafts) {
    if (drafts.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    Set<String> kinds = drafts.stream().map(Job.Draft::kind).collect(toUnmodifiableSet());
    tx.afterCommit(() -> wakeUps.committed(kinds));
    return sql.insert(tx, drafts, ids);
  }

  /** A page of jobs, newest first, without their payloads. */
  Future<JobPage> list(
      Caller caller, Optional<Job.State> state, Optional<String> kind, Paging paging) {
    var session = db.reads(caller);
    return sql.list(session, state, kind, paging)
        .compose(jobs -> sql.count(session, state, kind).map(total -> paging.page(jobs, total)));
  }

  /** The payload may hold personal data: only for who manages jobs. */
  public Future<Job> byId(Caller caller, UUID id) {
    return sql.byId(db.reads(caller), id)
        .map(job -> caller.may("jobs:manage") ? job : job.withoutPayload());
  }

  /** A parked job starts over; a waiting one is due at once. */
  public Future<Job> replay(Caller caller, UUID id) {
    return db.transaction(caller, tx -> sql.replay(tx, id).map(job -> wakenAfter(tx, job)));
  }

  /** Takes back a job that nobody works on. */
  public Future<Void> cancel(Caller caller, UUID id, long version) {
    return db.transaction(caller, tx -> sql.cancel(tx, id, version));
  }

  /** Deletes up to 10,000 jobs that were parked longer ago; answers how many. */
  public Future<Integer> purge(Caller caller, Optional<String> kind, Duration olderThan) {
    return db.transaction(caller, tx -> sql.purge(tx, kind, olderThan));
  }

  private Job wakenAfter(Tx tx, Job job) {
    tx.afterCommit(() -> wakeUps.committed(Set.of(job.kind())));
    return job;
  }
}
