package systems.voltaic.magnetiq.integration.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing one partner is told.
 *
 * @param id the same in every attempt, so that the partner knows a repeat
 * @param lastError what went wrong, in words
 */
public record Delivery(
    UUID id,
    UUID webhookId,
    String event,
    JsonNode payload,
    State state,
    int attempts,
    Integer lastStatus,
    String lastError,
    Integer lastMilliseconds,
    Instant createdAt,
    Instant triedAt,
    Instant nextTryAt,
    Instant deliveredAt) {

  enum State {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("failed")
    FAILED
  }

  /** What is posted: the same bytes in every attempt. */
  record Body(UUID id, String event, Instant createdAt, JsonNode data) {}

  Body body() {
    return new Body(id, event, createdAt, payload);
  }

  /** A delivery with what is needed to make it. */
  record Due(Delivery delivery, String url, String sealedSecret, boolean active, Instant until) {}

  /** How an attempt ended; status 0 when there was no answer. */
  record Attempt(int status, String error, long milliseconds) {

    boolean delivered() {
      return status >= 200 && status < 300;
    }

    boolean gone() {
      return status == 410;
    }
  }
}
