package systems.voltaic.magnetiq.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import systems.voltaic.magnetiq.db.Tx;

/**
 * Keeps a record of its own beside each job of a kind. Where a job ends undone the record says so,
 * in the same transaction, and starts a new job when asked: no job of this kind is ever parked.
 */
public interface Companion {

  String kind();

  Future<Void> undone(Tx tx, JsonNode payload, String why);
}
