package systems.voltaic.magnetiq.http;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import systems.voltaic.magnetiq.json.Json;

/**
 * What an operation answers.
 *
 * @param pieces the body when it is made while it is sent, else null
 */
public record Answer(
    int status, String contentType, Buffer body, Map<String, String> headers, Pieces pieces) {

  static final String SECRET = "magnetiq-secret";

  public Answer(int status, String contentType, Buffer body, Map<String, String> headers) {
    this(status, contentType, body, headers, null);
  }

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

  /** A file to be kept, however long it is. */
  public static Answer file(String contentType, String name, Pieces pieces) {
    return new Answer(200, contentType, Buffer.buffer(), Map.of(), pieces)
        .with("content-disposition", "attachment; filename=\"" + name + "\"");
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
    return new Answer(status, contentType, body, all, pieces);
  }

  private static Answer json(int status, Object value) {
    return new Answer(status, "application/json", Json.write(value), Map.of());
  }
}
