package systems.voltaic.magnetiq.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.util.List;
import systems.voltaic.magnetiq.fault.Fault.Detail;

/** A schema of the contract, compiled once; safe to be used on any thread. */
public final class CompiledSchema {

  private final Validator quick;
  private final Validator thorough;

  private CompiledSchema(JsonObject schema) {
    this.quick = validator(schema, OutputFormat.Flag);
    this.thorough = validator(schema, OutputFormat.Basic);
  }

  /** References of the schema lead into the root, which is the contract. */
  public static CompiledSchema of(JsonNode root, JsonNode schema) {
    return new CompiledSchema(new JsonObject(SchemaBundle.of(root, schema).toString()));
  }

  /** A first use loads classes for 100 ms, which no event loop should spend. */
  public void warmUp() {
    quick.validate(null);
    thorough.validate(null);
  }

  /** What is wrong with the value, by JSON pointer; empty when it fits. */
  public List<Detail> faults(JsonNode value) {
    Object plain = plain(value);
    return quick.validate(plain).getValid()
        ? List.of()
        : SchemaFaults.of(thorough.validate(plain).getErrors());
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

  private static Validator validator(JsonObject schema, OutputFormat format) {
    var options =
        new JsonSchemaOptions()
            .setBaseUri("app://magnetiq/")
            .setDraft(Draft.DRAFT202012)
            .setOutputFormat(format);
    return Validator.create(JsonSchema.of(schema), options);
  }
}
