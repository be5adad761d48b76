package systems.voltaic.magnetiq.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.fault.Fault;

/**
 * One effect per Idempotency-Key: twins here wait for the first, twins elsewhere meet its claim.
 */
public final class Idempotency implements Repeats {

  private static final Logger LOG = LoggerFactory.getLogger(Idempotency.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final long LOOK_AGAIN_MILLIS = 50;

  private record Flight(Claim claim, Future<Answer> answer) {}

  private final Vertx vertx;
  private final Db db;
  private final IdempotencySql sql = new IdempotencySql();
  private final Claims claims = new Claims();
  private final Map<String, Flight> flights = new ConcurrentHashMap<>();

  public Idempotency(Vertx vertx, Db db) {
    this.vertx = vertx;
    this.db = db;
  }

  /** The database for features: their transactions carry the claims of their calls. */
  public Db over(Db other) {
    return new ClaimingDb(other, claims, sql);
  }

  /** Forgets what is older than a day; true while there is more. */
  public Future<Boolean> purge(Caller caller) {
    return db.transaction(caller, sql::purge).map(deleted -> deleted == 1000);
  }

  @Override
  public Future<Answer> perform(Once once, Supplier<Future<Answer>> work) {
    Claim claim = Claim.of(once);
    Promise<Answer> mine = Promise.promise();
    Flight first = flights.putIfAbsent(claim.name(), new Flight(claim, mine.future()));
    if (first != null) {
      return join(claim, first);
    }
    return findOrDo(once.caller(), claim, work)
        .onComplete(done -> flights.remove(claim.name()))
        .onComplete(mine);
  }

  private Future<Answer> join(Claim claim, Flight first) {
    if (!claim.asksTheSameAs(first.claim().fingerprint())) {
      return Future.failedFuture(reused());
    }
    return here(first.answer())
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .recover(e -> Future.failedFuture(e instanceof TimeoutException ? inFlight() : e));
  }

  /** The first may run on another event loop; its twin answers on its own. */
  private static <T> Future<T> here(Future<T> elsewhere) {
    Context context = Vertx.currentContext();
    if (context == null) {
      return elsewhere;
    }
    return Future.future(
        promise -> elsewhere.onComplete(done -> context.runOnContext(v -> promise.handle(done))));
  }

  private Future<Answer> findOrDo(Caller caller, Claim claim, Supplier<Future<Answer>> work) {
    return sql.find(db.primary(caller), claim)
        .compose(
            kept -> kept.isPresent() ? replay(caller, claim, kept) : carryOut(caller, claim, work));
  }

  private Future<Answer> carryOut(Caller caller, Claim claim, Supplier<Future<Answer>> work) {
    claims.put(caller, claim);
    return attempt(work)
        .onComplete(done -> claims.remove(caller))
        .compose(answer -> keep(caller, claim, answer), failure -> missed(caller, claim, failure));
  }

  private static Future<Answer> attempt(Supplier<Future<Answer>> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private Future<Answer> keep(Caller caller, Claim claim, Answer answer) {
    return db.autocommit(caller, session -> sql.finish(session, claim, answer))
        .onFailure(e -> LOG.warn("the answer of {} is not kept", caller.requestId(), e))
        .transform(kept -> Future.succeededFuture(answer));
  }

  private Future<Answer> missed(Caller caller, Claim claim, Throwable failure) {
    return failure instanceof ClaimingDb.Taken
        ? replay(caller, claim, Optional.empty())
        : Future.failedFuture(failure);
  }

  private Future<Answer> replay(Caller caller, Claim claim, Optional<IdempotencySql.Kept> known) {
    return settle(claim, known)
        .map(Future::succeededFuture)
        .orElseGet(() -> lookAgain(caller, claim, PATIENCE.toMillis() / LOOK_AGAIN_MILLIS));
  }

  private Future<Answer> lookAgain(Caller caller, Claim claim, long times) {
    if (times == 0) {
      return Future.failedFuture(inFlight());
    }
    return vertx
        .timer(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)
        .compose(due -> sql.find(db.primary(caller), claim))
        .compose(
            kept ->
                settle(claim, kept)
                    .map(Future::succeededFuture)
                    .orElseGet(() -> lookAgain(caller, claim, times - 1)));
  }

  /** The answer if it is known; empty while it may still come. */
  private static Optional<Answer> settle(Claim claim, Optional<IdempotencySql.Kept> known) {
    if (known.isEmpty()) {
      return Optional.empty();
    }
    var kept = known.get();
    if (!claim.asksTheSameAs(kept.fingerprint())) {
      throw reused();
    }
    if (kept.answer().isEmpty() && !kept.isPending()) {
      throw Fault.conflict("already-done", "this was carried out; its answer is not kept");
    }
    return kept.answer();
  }

  private static Fault reused() {
    return Fault.rule("idempotency-key-reused", "this key was used for something else");
  }

  private static Fault inFlight() {
    return Fault.inFlight(
        "in-flight", "the first call with this key is still being carried out", SOON);
  }
}
