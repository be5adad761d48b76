package systems.voltaic.magnetiq.job;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.db.Tx;

/** Promises work for after a commit; a JobWorker keeps the promise. */
public final class Jobs {

  private final Supplier<UUID> ids;
  private final JobSql sql = new JobSql();
  private final WakeUps wakeUps;

  /** The announcer tells other instances of kinds that wait; it may be lossy. */
  public Jobs(Vertx vertx, Supplier<UUID> ids, Consumer<Set<String>> announcer) {
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
    wakeAfter(tx, drafts.stream().map(Job.Draft::kind).collect(toUnmodifiableSet()));
    return sql.insert(tx, drafts, ids);
  }

  /** One that waits for its next try is due at once. */
  public Future<Void> hurry(Tx tx, UUID job) {
    return sql.hurry(tx, job);
  }

  void wakeAfter(Tx tx, Set<String> kinds) {
    tx.afterCommit(() -> wakeUps.committed(kinds));
  }
}
