package systems.voltaic.magnetiq.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What a link or ticket stands for.
 *
 * @param subject whom it is about, such as "person:…"
 * @param data what else must be known when it is used; never a secret
 */
public record Token(String purpose, String subject, JsonNode data, Instant expiresAt) {}
