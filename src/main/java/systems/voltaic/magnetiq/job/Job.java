package systems.voltaic.magnetiq.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.json.Json;

/**
 * Work that was promised in a committed transaction.
 *
 * @param dueAt when it may be claimed: its start, its next try, or the end of its lease
 * @param payload only where the caller may see it
 */
public record Job(
    UUID id,
    String kind,
    State state,
    Priority priority,
    String uniqueKey,
    Instant dueAt,
    int attempts,
    int maxAttempts,
    String lastError,
    Instant createdAt,
    Instant parkedAt,
    long version,
    JsonNode payload) {

  public enum State {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("leased")
    LEASED,
    @JsonProperty("parked")
    PARKED
  }

  public enum Priority {
    @JsonProperty("high")
    HIGH(0),
    @JsonProperty("normal")
    NORMAL(1),
    @JsonProperty("low")
    LOW(2);

    private final short rank;

    Priority(int rank) {
      this.rank = (short) rank;
    }

    short rank() {
      return rank;
    }

    static Priority ranked(short rank) {
      return rank == 0 ? HIGH : rank == 1 ? NORMAL : LOW;
    }
  }

  Job withoutPayload() {
    return new Job(
        id,
        kind,
        state,
        priority,
        uniqueKey,
        dueAt,
        attempts,
        maxAttempts,
        lastError,
        createdAt,
        parkedAt,
        version,
        null);
  }

  /**
   * What is asked for.
   *
   * @param startAt not before this instant; null for at once
   * @param delay added to the start, by the database's clock
   * @param uniqueKey a live job of the same kind and key is kept instead (and, when it is being
   *     worked on just now, is run once more); null for none
   */
  public record Draft(
      String kind,
      JsonNode payload,
      Priority priority,
      Instant startAt,
      Duration delay,
      String uniqueKey,
      int maxAttempts) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9.-]{0,59}");
    private static final int LONGEST_KEY = 200;
    private static final int ATTEMPTS = 10;

    public Draft {
      if (!KIND.matcher(kind).matches()) {
        throw new IllegalArgumentException("not a job kind: " + kind);
      }
      if (uniqueKey != null && (uniqueKey.isEmpty() || uniqueKey.length() > LONGEST_KEY)) {
        throw new IllegalArgumentException("a unique key has 1 to 200 characters");
      }
      if (maxAttempts < 1 || delay.isNegative()) {
        throw new IllegalArgumentException("attempts start at 1 and delays at 0");
      }
    }

    public static Draft of(String kind, Object payload) {
      return new Draft(
          kind, Json.tree(payload), Priority.NORMAL, null, Duration.ZERO, null, ATTEMPTS);
    }

    public Draft priority(Priority other) {
      return new Draft(kind, payload, other, startAt, delay, uniqueKey, maxAttempts);
    }

    public Draft startingAt(Instant instant) {
      return new Draft(kind, payload, priority, instant, delay, uniqueKey, maxAttempts);
    }

    public Draft delayedBy(Duration duration) {
      return new Draft(kind, payload, priority, startAt, duration, uniqueKey, maxAttempts);
    }

    public Draft unique(String key) {
      return new Draft(kind, payload, priority, startAt, delay, key, maxAttempts);
    }

    public Draft attempts(int most) {
      return new Draft(kind, payload, priority, startAt, delay, uniqueKey, most);
    }
  }
}
