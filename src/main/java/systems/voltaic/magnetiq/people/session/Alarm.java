package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Tx;

/** Tells a person what may be an attack. */
@FunctionalInterface
public interface Alarm {

  /** Somebody came with a secret that was used before, so the session was ended. */
  Future<?> reused(Tx tx, UUID person);
}
