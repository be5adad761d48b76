package systems.voltaic.magnetiq.schedule;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.job.JobWorker;

/** Fires ticks and does the housekeeping they ask for. */
public final class ScheduleVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduleVerticle.class);

  private final Ticks ticks;
  private final JobWorker housekeeping;
  private final RandomGenerator random;
  private final Duration poll;
  private Future<?> firing = Future.succeededFuture();
  private long timer;
  private boolean stopped;
  private boolean failing;

  /**
   * @param poll the shortest time between two looks; the longest is twice that
   */
  public ScheduleVerticle(
      Ticks ticks, JobWorker housekeeping, RandomGenerator random, Duration poll) {
    this.ticks = ticks;
    this.housekeeping = housekeeping;
    this.random = random;
    this.poll = poll;
  }

  @Override
  public Future<?> start() {
    return ticks.plan().compose(planned -> housekeeping.start()).onSuccess(ready -> fireLater());
  }

  @Override
  public Future<?> stop() {
    stopped = true;
    vertx.cancelTimer(timer);
    return firing.transform(done -> housekeeping.stop());
  }

  private void fireLater() {
    if (!stopped) {
      long millis = poll.toMillis();
      timer = vertx.setTimer(millis + random.nextLong(millis), fired -> fire());
    }
  }

  private void fire() {
    firing = ticks.fireDue().onComplete(done -> fired(done.cause()));
  }

  private void fired(Throwable failure) {
    if (failure != null && !failing) {
      LOG.warn("ticks cannot be fired, trying on: {}", failure.getMessage());
    } else if (failure == null && failing) {
      LOG.info("ticks are fired again");
    }
    failing = failure != null;
    fireLater();
  }
}
