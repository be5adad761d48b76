package systems.voltaic.magnetiq.settings;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;

/**
 * What one setting is now, and where that comes from.
 *
 * @param version what a change must name in If-Match; 0 while it has its default
 */
public record Setting(
    String key,
    String group,
    JsonNode value,
    JsonNode fallback,
    Source source,
    String environment,
    long version,
    Instant changedAt,
    String changedBy) {

  /** A source that is "environment" locks the setting: the configuration decided. */
  public enum Source {
    FALLBACK,
    DATABASE,
    ENVIRONMENT;

    @JsonValue
    String spelled() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the table remembers of a setting. */
  record Stored(String key, JsonNode value, long version, Instant changedAt, String changedBy) {}

  /** What a caller sends to change one. */
  record Change(JsonNode value) {}

  static Setting fallback(Definition of) {
    return new Setting(
        of.key(),
        of.group(),
        of.fallback(),
        of.fallback(),
        Source.FALLBACK,
        of.environment().orElse(null),
        0,
        null,
        null);
  }

  static Setting stored(Definition of, Stored row) {
    return new Setting(
        of.key(),
        of.group(),
        row.value(),
        of.fallback(),
        Source.DATABASE,
        of.environment().orElse(null),
        row.version(),
        row.changedAt(),
        row.changedBy());
  }

  Setting locked(JsonNode decided) {
    return new Setting(
        key,
        group,
        decided,
        fallback,
        Source.ENVIRONMENT,
        environment,
        version,
        changedAt,
        changedBy);
  }
}
