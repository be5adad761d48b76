package systems.voltaic.magnetiq.flow;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;

/** A loop over steps that take their time, in memory that does not grow with their number. */
public final class Repeat {

  /** Takes steps one after the other for as long as they answer true. */
  public static Future<Void> whileTrue(Supplier<Future<Boolean>> step) {
    var done = Promise.<Void>promise();
    take(step, done);
    return done.future();
  }

  private static void take(Supplier<Future<Boolean>> step, Promise<Void> done) {
    try {
      step.get().onComplete(taken -> taken(step, taken, done));
    } catch (RuntimeException e) {
      done.tryFail(e);
    }
  }

  private static void taken(
      Supplier<Future<Boolean>> step, AsyncResult<Boolean> taken, Promise<Void> done) {
    if (taken.failed()) {
      done.tryFail(taken.cause());
    } else if (taken.result()) {
      take(step, done);
    } else {
      done.tryComplete();
    }
  }

  private Repeat() {}
}
