package systems.voltaic.magnetiq.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import systems.voltaic.magnetiq.bus.Topics;
import systems.voltaic.magnetiq.bus.Topics.JobsWaiting;

/** Carries the wake-up of waiting jobs between instances; a lost one costs latency, never work. */
public final class Announcer {

  private static final String CHANNEL = "mq:jobs-waiting";

  private final Vertx vertx;
  private final RedisLink redis;
  private final String instance;
  private final Coalescer toTell;
  private final Set<JobsWaiting> fromOthers =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  /** The instance's id tells its own messages from those of others. */
  public Announcer(Vertx vertx, RedisLink redis, String instance) {
    this.vertx = vertx;
    this.redis = redis;
    this.instance = instance;
    this.toTell = new Coalescer(vertx, this::tell);
  }

  public Future<Void> start() {
    return Topics.JOBS_WAITING
        .subscribe(vertx, this::announce)
        .compose(subscribed -> redis.subscribe(CHANNEL, this::hear));
  }

  // What others announced passes here too, on its way over this instance's bus: it must not echo.
  private void announce(JobsWaiting waiting) {
    if (!fromOthers.remove(waiting)) {
      toTell.add(waiting.kinds());
    }
  }

  private void tell(Set<String> kinds) {
    redis.publish(CHANNEL, instance + " " + String.join(",", kinds));
  }

  private void hear(String message) {
    int space = message.indexOf(' ');
    if (space > 0 && !message.substring(0, space).equals(instance)) {
      var waiting =
          new JobsWaiting(Set.copyOf(List.of(message.substring(space + 1).split(",", -1))));
      fromOthers.add(waiting);
      Topics.JOBS_WAITING.publish(vertx, waiting);
    }
  }
}
