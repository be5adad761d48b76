package systems.voltaic.magnetiq.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import systems.voltaic.magnetiq.bus.Topics;
import systems.voltaic.magnetiq.bus.Topics.Changed;

/** Carries the news of a change between instances; a lost one costs a look at the page, no more. */
public final class ChangeRelay {

  private static final String CHANNEL = "mq:news";
  private static final int PARTS = 3;

  private final Vertx vertx;
  private final RedisLink redis;
  private final String instance;
  private final Set<Changed> fromOthers =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  /** The instance's id tells its own messages from those of others. */
  public ChangeRelay(Vertx vertx, RedisLink redis, String instance) {
    this.vertx = vertx;
    this.redis = redis;
    this.instance = instance;
  }

  public Future<Void> start() {
    return Topics.CHANGED
        .subscribe(vertx, this::tell)
        .compose(subscribed -> redis.subscribe(CHANNEL, this::hear));
  }

  private void tell(Changed change) {
    if (!fromOthers.remove(change)) {
      String id = change.id() == null ? "" : change.id();
      redis.publish(CHANNEL, instance + " " + change.what() + " " + id);
    }
  }

  private void hear(String message) {
    String[] parts = message.split(" ", PARTS);
    if (parts.length == PARTS && !parts[0].equals(instance)) {
      var change = new Changed(parts[1], parts[2].isEmpty() ? null : parts[2]);
      fromOthers.add(change);
      Topics.CHANGED.publish(vertx, change);
    }
  }
}
