package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import systems.voltaic.magnetiq.db.Tx;

/** Tells partners what happened, if and only if the transaction commits. */
@FunctionalInterface
public interface Announcement {
  Future<?> of(Tx tx, String event, Object payload);
}
