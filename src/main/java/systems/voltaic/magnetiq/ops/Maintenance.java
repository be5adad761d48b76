package systems.voltaic.magnetiq.ops;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.fault.Fault;

/** Things an operator may set off by hand, each at most once at a time and in the audit. */
public final class Maintenance {

  /** Where it is written down that somebody did it, and how it went. */
  @FunctionalInterface
  public interface Audit {
    Future<Void> record(Caller caller, String action, String outcome);
  }

  /** Done, or still running after the few seconds a caller is kept waiting. */
  record Outcome(String action, String state, long milliseconds) {}

  private static final long PATIENCE_SECONDS = 5;

  private final Map<String, Supplier<Future<?>>> actions;
  private final Audit audit;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  public Maintenance(
      Vertx vertx, Supplier<Future<?>> clearCache, Supplier<Future<?>> vacuum, Audit audit) {
    this.actions =
        Map.of(
            "clear-cache", clearCache,
            "garbage-collect", () -> collect(vertx),
            "vacuum", vacuum);
    this.audit = audit;
  }

  Future<Outcome> run(Caller caller, String action) {
    if (!running.add(action)) {
      return Future.failedFuture(Fault.conflict("already-running", action + " is still running"));
    }
    long started = System.nanoTime();
    Future<?> work =
        audit
            .record(caller, action, "started")
            .compose(noted -> actions.get(action).get())
            .onComplete(done -> running.remove(action));
    return work.transform(done -> conclude(caller, action, done))
        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .map("done")
        .recover(failure -> stillRunning(action, failure))
        .map(state -> new Outcome(action, state, (System.nanoTime() - started) / 1_000_000));
  }

  private Future<?> conclude(Caller caller, String action, AsyncResult<?> done) {
    String outcome = done.succeeded() ? "done" : "failed";
    return audit
        .record(caller, action, outcome)
        .compose(
            n -> done.succeeded() ? Future.succeededFuture() : Future.failedFuture(done.cause()));
  }

  private Future<String> stillRunning(String action, Throwable failure) {
    return failure instanceof TimeoutException && running.contains(action)
        ? Future.succeededFuture("running")
        : Future.failedFuture(failure);
  }

  private static Future<?> collect(Vertx vertx) {
    return vertx.executeBlocking(
        () -> {
          System.gc();
          return null;
        },
        false);
  }
}
