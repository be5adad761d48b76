package systems.voltaic.magnetiq.cache;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer as its origin makes it.
 *
 * @param headers its own, such as content-security-policy
 * @param lastModified of the content, when the origin knows it
 * @param validUntil when it turns wrong by itself, such as at the end of an early-bird price
 */
public record Original(
    int status,
    String contentType,
    Map<String, String> headers,
    Buffer body,
    Optional<Instant> lastModified,
    Optional<Instant> validUntil) {

  public static Original json(Buffer body) {
    return of("application/json", body);
  }

  public static Original html(Buffer body) {
    return of("text/html; charset=utf-8", body);
  }

  public static Original of(String contentType, Buffer body) {
    return new Original(200, contentType, Map.of(), body, Optional.empty(), Optional.empty());
  }

  public Original with(String header, String value) {
    var all = new TreeMap<>(headers);
    all.put(header, value);
    return new Original(status, contentType, Map.copyOf(all), body, lastModified, validUntil);
  }

  public Original withStatus(int other) {
    return new Original(other, contentType, headers, body, lastModified, validUntil);
  }

  public Original modified(Instant instant) {
    return new Original(status, contentType, headers, body, Optional.of(instant), validUntil);
  }

  public Original validUntil(Instant instant) {
    return new Original(status, contentType, headers, body, lastModified, Optional.of(instant));
  }
}
