package systems.voltaic.magnetiq.http;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import systems.voltaic.magnetiq.json.Json;

/** What an operation answers. */
public record Answer(int status, String contentType, Buffer body, Map<String, String> headers) {

  static final String SECRET = "magnetiq-secret";

  public static Answer ok(Object value) {
    return json(200, value);
  }

  public static Answer created(String location, Object value) {
    return json(201, value).with("location", location);
  }

  public static Answer accepted(Object value) {
    return json(202, value);
  }

  public static Answer noContent() {
    return new Answer(204, null, Buffer.buffer(), Map.of());
  }

  public static Answer text(String contentType, Buffer body) {
    return new Answer(200, contentType, body, Map.of());
  }

  /** The version that a later If-Match must name. */
  public Answer version(long version) {
    return with("etag", "\"" + version + "\"");
  }

  /** Carries what must not be kept, such as a new key: a repeat is told that it was done. */
  public Answer secret() {
    return with(SECRET, "true");
  }

  public Answer with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Answer(status, contentType, body, all);
  }

  private static Answer json(int status, Object value) {
    return new Answer(status, "application/json", Json.write(value), Map.of());
  }
}
