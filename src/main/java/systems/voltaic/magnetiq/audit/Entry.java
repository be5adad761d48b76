package systems.voltaic.magnetiq.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/** One thing that somebody did. */
public record Entry(
    UUID id,
    Instant at,
    String actor,
    String client,
    String requestId,
    String action,
    String subject,
    JsonNode before,
    JsonNode after) {}
