package systems.voltaic.magnetiq.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One thing that somebody did.
 *
 * @param actorName what the actor is called today; looked up when it is shown, never kept
 * @param subjectName likewise
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
    String subjectName,
    JsonNode before,
    JsonNode after) {

  Entry named(Map<String, String> names) {
    return new Entry(
        id,
        at,
        actor,
        names.get(actor),
        client,
        requestId,
        action,
        subject,
        names.get(subject),
        before,
        after);
  }
}
