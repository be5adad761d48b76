package systems.voltaic.magnetiq.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.Set;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.schema.CompiledSchema;

/** What the body of one operation may be: media types, size, schema. */
final class BodyRule {

  private final Set<String> mediaTypes;
  private final boolean required;
  private final int largest;
  private final CompiledSchema schema;

  BodyRule(Set<String> mediaTypes, boolean required, int largest, CompiledSchema schema) {
    this.mediaTypes = mediaTypes;
    this.required = required;
    this.largest = largest;
    this.schema = schema;
    warmUp();
  }

  /** A first use loads classes for 100 ms, which no event loop should spend. */
  private void warmUp() {
    StrictJson.parse(Buffer.buffer("{}"));
  }

  boolean required() {
    return required;
  }

  int largest() {
    return largest;
  }

  /** Parameters such as a charset are allowed when they say UTF-8. */
  boolean accepts(String contentType) {
    if (contentType == null) {
      return false;
    }
    if (mediaTypes.contains(contentType)) {
      return true;
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", 3);
    boolean utf8 =
        parts.length == 1
            || (parts.length == 2 && parts[1].strip().replace("\"", "").equals("charset=utf-8"));
    return utf8 && mediaTypes.contains(parts[0].strip());
  }

  void check(JsonNode body) {
    var faults = schema.faults(body);
    if (!faults.isEmpty()) {
      throw Fault.invalid("invalid", "the request does not match the contract", faults);
    }
  }
}
