package systems.voltaic.magnetiq.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.fault.Fault.Detail;

/** What the body of one operation may be: media types, size, schema. */
final class BodyRule {

  private static final Set<String> MERELY_PARENTS =
      Set.of("$ref", "properties", "items", "allOf", "anyOf", "additionalProperties");

  private final Set<String> mediaTypes;
  private final boolean required;
  private final int largest;
  private final Validator quick;
  private final Validator thorough;

  BodyRule(Set<String> mediaTypes, boolean required, int largest, ObjectNode schema) {
    this.mediaTypes = mediaTypes;
    this.required = required;
    this.largest = largest;
    this.quick = validator(schema, OutputFormat.Flag);
    this.thorough = validator(schema, OutputFormat.Basic);
    warmUp();
  }

  /** A first use loads classes for 100 ms, which no event loop should spend. */
  private void warmUp() {
    quick.validate(null);
    thorough.validate(null);
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
    Object plain = plain(body);
    if (!quick.validate(plain).getValid()) {
      throw Fault.invalid("invalid", "the request does not match the contract", details(plain));
    }
  }

  private List<Detail> details(Object plain) {
    var seen = new LinkedHashSet<Detail>();
    var errors = thorough.validate(plain).getErrors();
    for (OutputUnit error : errors == null ? List.<OutputUnit>of() : errors) {
      String keyword = error.getKeywordLocation();
      keyword = keyword.substring(keyword.lastIndexOf('/') + 1);
      if (!MERELY_PARENTS.contains(keyword)) {
        seen.add(detail(error, keyword));
      }
    }
    if (seen.isEmpty()) {
      seen.addAll(unknownFields(errors));
    }
    return new ArrayList<>(seen);
  }

  private static List<Detail> unknownFields(List<OutputUnit> errors) {
    return errors == null
        ? List.of()
        : errors.stream().map(e -> detail(e, "additionalProperties")).distinct().toList();
  }

  private static Detail detail(OutputUnit error, String keyword) {
    return new Detail(pointer(error.getInstanceLocation()), keyword, error.getError());
  }

  private static String pointer(String location) {
    return location.startsWith("#") ? location.substring(1) : location;
  }

  /** The library validates plain values, and copies anything else at every step. */
  private static Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> array(node);
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> node.numberValue();
      default -> null;
    };
  }

  private static JsonObject object(JsonNode node) {
    var object = new JsonObject();
    for (var field : node.properties()) {
      object.put(field.getKey(), plain(field.getValue()));
    }
    return object;
  }

  private static JsonArray array(JsonNode node) {
    var array = new JsonArray();
    node.forEach(item -> array.add(plain(item)));
    return array;
  }

  private static Validator validator(ObjectNode schema, OutputFormat format) {
    var options =
        new JsonSchemaOptions()
            .setBaseUri("app://magnetiq/")
            .setDraft(Draft.DRAFT202012)
            .setOutputFormat(format);
    return Validator.create(JsonSchema.of(new JsonObject(schema.toString())), options);
  }
}
