package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Tx;

/** Takes every second factor of a person away, ends its sessions and tells it. */
@FunctionalInterface
public interface FactorReset {
  Future<Void> reset(Tx tx, UUID person);
}
