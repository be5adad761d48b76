package systems.voltaic.magnetiq.integration.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.job.Companion;
import systems.voltaic.magnetiq.json.Json;

/** A delivery whose job ended undone has failed, and can be made again. */
public final class Undelivered implements Companion {

  private final DeliverySql sql = new DeliverySql();

  @Override
  public String kind() {
    return Deliveries.KIND;
  }

  @Override
  public Future<Void> undone(Tx tx, JsonNode payload, String why) {
    UUID delivery = Json.read(payload, Deliveries.Payload.class).delivery();
    return sql.givenUp(tx, delivery, why);
  }
}
