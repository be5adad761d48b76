package systems.voltaic.magnetiq.job;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;

/** Writes what became of jobs; completions that come together are written together. */
final class Outcomes implements Lease.Keeper {

  private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
  private static final Caller CALLER = Caller.system("jobs");
  private static final int BATCH = 512;
  private static final long AGAIN_MILLIS = 200;

  private record Waiting(Lease lease, Promise<Void> written) {}

  private final Vertx vertx;
  private final Context context;
  private final Db db;
  private final RandomGenerator random;
  private final Workshop.Parking parking;
  private final JobMeters meters;
  private final LeaseSql sql = new LeaseSql();
  private final Deque<Waiting> completions = new ArrayDeque<>();
  private boolean writing;

  Outcomes(Vertx vertx, Context context, Workshop workshop, JobMeters meters) {
    this.vertx = vertx;
    this.context = context;
    this.db = workshop.db();
    this.random = workshop.random();
    this.parking = workshop.parking();
    this.meters = meters;
  }

  /** In the handler's transaction. */
  @Override
  public Future<Void> complete(Tx tx, List<Lease> leases) {
    return sql.complete(tx, leases.stream().map(Lease::claim).toList())
        .compose(ours -> accept(tx, leases, ours));
  }

  private Future<Void> accept(Tx tx, List<Lease> leases, Set<UUID> ours) {
    for (Lease lease : leases) {
      if (!ours.contains(lease.id())) {
        meters.refused(lease.kind());
        return Future.failedFuture(new LeaseLost(lease.kind(), lease.id()));
      }
    }
    leases.forEach(Lease::settled);
    tx.afterCommit(() -> leases.forEach(lease -> meters.completed(lease.kind())));
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> release(Tx tx, Lease lease) {
    return confirm(tx, lease)
        .compose(ours -> sql.release(tx, List.of(lease.claim())))
        .onSuccess(free -> lease.settled());
  }

  @Override
  public Future<Void> confirm(Tx tx, Lease lease) {
    return sql.confirm(tx, lease.claim())
        .compose(ours -> ours ? Future.succeededFuture() : lost(lease));
  }

  @Override
  public Future<Void> extend(Lease lease, Duration duration) {
    return db.autocommit(CALLER, session -> sql.extend(session, lease.claim(), duration))
        .compose(ours -> ours ? Future.succeededFuture() : lost(lease));
  }

  private <T> Future<T> lost(Lease lease) {
    meters.refused(lease.kind());
    return Future.failedFuture(new LeaseLost(lease.kind(), lease.id()));
  }

  /** Succeeds when it is written, or when there is nothing left to be written. */
  Future<Void> succeeded(Lease lease) {
    if (lease.isSettled()) {
      return Future.succeededFuture();
    }
    var waiting = new Waiting(lease, Promise.promise());
    completions.add(waiting);
    if (!writing) {
      writing = true;
      context.runOnContext(turn -> writeCompletions());
    }
    return waiting.written().future();
  }

  private void writeCompletions() {
    List<Waiting> batch = taken();
    var claims = batch.stream().map(w -> w.lease().claim()).toList();
    db.autocommit(CALLER, session -> sql.complete(session, claims))
        .onSuccess(ours -> written(batch, ours))
        .onFailure(failure -> writeAgain(batch))
        .onComplete(done -> writeRest(done.succeeded()));
  }

  private List<Waiting> taken() {
    var batch = new ArrayList<Waiting>();
    while (batch.size() < BATCH && !completions.isEmpty()) {
      batch.add(completions.poll());
    }
    return batch;
  }

  private void written(List<Waiting> batch, Set<UUID> ours) {
    for (Waiting each : batch) {
      if (ours.contains(each.lease().id())) {
        meters.completed(each.lease().kind());
      } else {
        meters.refused(each.lease().kind());
      }
      each.written().complete();
    }
  }

  /** The work is done, so its completion is tried for as long as the lease may be ours. */
  private void writeAgain(List<Waiting> batch) {
    for (Waiting each : batch) {
      if (each.lease().isOver()) {
        each.written().complete();
      } else {
        completions.add(each);
      }
    }
  }

  private void writeRest(boolean healthy) {
    if (completions.isEmpty()) {
      writing = false;
    } else if (healthy) {
      writeCompletions();
    } else {
      vertx.setTimer(AGAIN_MILLIS, timer -> writeCompletions());
    }
  }

  /** Succeeds in any case: what cannot be written ends with the lease. */
  Future<Void> failed(Lease lease, Lane lane, Throwable failure) {
    if (failure instanceof LeaseLost) {
      return Future.succeededFuture();
    }
    boolean permanent = failure instanceof JobFailure f && f.isPermanent();
    String text = FailureText.of(failure);
    return db.transaction(
            CALLER,
            tx ->
                sql.fail(tx, lease.claim(), delay(lease, lane, failure), text, permanent)
                    .compose(became -> tell(tx, lease, lane, became, text)))
        .map(became -> became.map(state -> told(lease, state, text)).orElseGet(() -> late(lease)))
        .otherwise(notWritten -> null);
  }

  private Future<Optional<Job.State>> tell(
      Tx tx, Lease lease, Lane lane, Optional<Job.State> became, String why) {
    return became.filter(state -> state == Job.State.PARKED).isEmpty()
        ? Future.succeededFuture(became)
        : givenUp(tx, lease, lane, why).map(became);
  }

  private Future<Void> givenUp(Tx tx, Lease lease, Lane lane, String why) {
    return lane.companion()
        .map(with -> sql.drop(tx, lease.id()).compose(v -> with.undone(tx, lease.payload(), why)))
        .orElseGet(
            () ->
                parking.heard(tx, new Workshop.Parked(lease.id(), lease.kind(), lease.attempt())));
  }

  private Duration delay(Lease lease, Lane lane, Throwable failure) {
    var backoff = lane.limits().backoff().after(lease.attempt(), random);
    return failure instanceof JobFailure f ? f.retryAfter().orElse(backoff) : backoff;
  }

  private Void told(Lease lease, Job.State state, String text) {
    meters.failed(lease.kind(), state);
    if (state == Job.State.PARKED) {
      LOG.warn("job {} {} was given up: {}", lease.kind(), lease.id(), text);
    }
    return null;
  }

  private Void late(Lease lease) {
    meters.refused(lease.kind());
    return null;
  }

  /** Gives back what was claimed and never begun. */
  Future<Void> release(List<Lease> leases) {
    if (leases.isEmpty()) {
      return Future.succeededFuture();
    }
    var claims = leases.stream().map(Lease::claim).toList();
    return db.autocommit(CALLER, session -> sql.release(session, claims))
        .otherwise(notWritten -> null);
  }
}
