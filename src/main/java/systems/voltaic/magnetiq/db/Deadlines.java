package systems.voltaic.magnetiq.db;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;

/**
 * Gives up what takes longer than it may. All wait equally long, so one queue in the order of
 * asking does what a timer for each would do, at a fraction of its price.
 */
final class Deadlines {

  private static final long LOOK_MILLIS = 100;

  private record Waiting(long until, Promise<?> promise) {

    boolean isDone() {
      return promise.future().isComplete();
    }

    void giveUp() {
      promise.tryFail(new TimeoutException("no answer in time"));
    }
  }

  private final VertxInternal vertx;
  private final long patience;
  private final Queue<Waiting> all = new ConcurrentLinkedQueue<>();

  Deadlines(Vertx vertx, Duration patience) {
    this.vertx = (VertxInternal) vertx;
    this.patience = patience.toNanos();
    vertx.setPeriodic(LOOK_MILLIS, again -> look());
  }

  <T> Future<T> within(Future<T> work) {
    Promise<T> promise = vertx.promise();
    all.add(new Waiting(System.nanoTime() + patience, promise));
    work.onComplete(done -> pass(done, promise));
    return promise.future();
  }

  private <T> void pass(AsyncResult<T> done, Promise<T> promise) {
    if (done.succeeded()) {
      promise.tryComplete(done.result());
    } else {
      promise.tryFail(done.cause());
    }
    forgetDone();
  }

  /** Removed by what it is: somebody else may have taken the head since it was seen. */
  private void forgetDone() {
    for (Waiting head = all.peek(); head != null && head.isDone(); head = all.peek()) {
      all.remove(head);
    }
  }

  private void look() {
    long now = System.nanoTime();
    for (Waiting head = all.peek(); head != null && head.until() - now < 0; head = all.peek()) {
      head.giveUp();
      all.remove(head);
    }
  }
}
