package systems.voltaic.magnetiq.mail;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.job.Companion;
import systems.voltaic.magnetiq.json.Json;

/** A mail whose job ended undone has failed, and can be sent again. */
public final class Unsent implements Companion {

  private final MailSql sql = new MailSql();

  @Override
  public String kind() {
    return MailJobs.KIND;
  }

  @Override
  public Future<Void> undone(Tx tx, JsonNode payload, String why) {
    UUID mail = Json.read(payload, MailJobs.Payload.class).mail();
    return sql.notSent(tx, mail, Mail.State.FAILED, why);
  }
}
