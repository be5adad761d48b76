package systems.voltaic.magnetiq.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing that somebody did.
 *
 * @param actorName what the actor is called today; looked up when it is shown, never kept
 */
public record Entry(
    UUID id,
    Instant at,
    String actor,
    String actorName,
    String client,
    String requestId,
    String action,
    String subject,
    JsonNode before,
    JsonNode after) {

  Entry named(String name) {
    return new Entry(id, at, actor, name, client, requestId, action, subject, before, after);
  }
}
