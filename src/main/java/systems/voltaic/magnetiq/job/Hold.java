package systems.voltaic.magnetiq.job;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;

/** One handler at work on one lease: whichever comes first, its outcome or the lease's end. */
final class Hold {

  /** The holder gives up a little before the database lets somebody else claim the job. */
  private static final double SHARE = 0.9;

  private final Vertx vertx;
  private final Lease lease;
  private final Promise<Void> outcome = Promise.promise();
  private long timer;

  private Hold(Vertx vertx, Lease lease) {
    this.vertx = vertx;
    this.lease = lease;
  }

  static Future<Void> until(Vertx vertx, Lease lease, Duration length, Future<Void> work) {
    var hold = new Hold(vertx, lease);
    lease.whenExtended(hold::arm);
    hold.arm(length);
    work.onComplete(hold.outcome::tryComplete, hold.outcome::tryFail);
    return hold.outcome.future().onComplete(done -> vertx.cancelTimer(hold.timer));
  }

  private void arm(Duration length) {
    vertx.cancelTimer(timer);
    long millis = Math.max(1, (long) (length.toMillis() * SHARE));
    timer = vertx.setTimer(millis, fired -> giveUp(length));
  }

  private void giveUp(Duration length) {
    lease.end();
    outcome.tryFail(JobFailure.overdue(length));
  }
}
