package systems.voltaic.magnetiq.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles the schemas of a contract; a keyword it does not know stops the program's start. */
final class SchemaReader {

  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "enum",
          "const",
          "minLength",
          "maxLength",
          "pattern",
          "minimum",
          "maximum",
          "items",
          "minItems",
          "maxItems",
          "properties",
          "required",
          "additionalProperties",
          "minProperties",
          "oneOf");

  /** What is told to readers and asks nothing of a value. */
  private static final Set<String> SAYING = Set.of("description", "default", "format", "examples");

  private final JsonNode root;
  private final Map<String, Shape> named = new HashMap<>();

  SchemaReader(JsonNode root) {
    this.root = root;
  }

  Shape read(JsonNode schema) {
    if (!schema.has("$ref")) {
      return fill(new Shape(), schema);
    }
    String name = schema.path("$ref").asText();
    Shape known = named.get(name);
    if (known != null) {
      return known;
    }
    var shape = new Shape();
    named.put(name, shape);
    return fill(shape, resolved(schema));
  }

  private JsonNode resolved(JsonNode schema) {
    if (!schema.has("$ref")) {
      return schema;
    }
    JsonNode target = root.at(schema.path("$ref").asText().substring(1));
    if (target.isMissingNode()) {
      throw new IllegalStateException("the contract lacks " + schema.path("$ref").asText());
    }
    return resolved(target);
  }

  private Shape fill(Shape shape, JsonNode schema) {
    for (var keyword : schema.properties()) {
      if (!KNOWN.contains(keyword.getKey()) && !SAYING.contains(keyword.getKey())) {
        throw new IllegalStateException("schemas cannot say \"" + keyword.getKey() + "\" here");
      }
    }
    addValueRules(shape, schema);
    if (schema.has("items") || schema.has("minItems") || schema.has("maxItems")) {
      shape.add(list(schema));
    }
    if (schema.has("properties") || schema.has("required") || schema.has("additionalProperties")) {
      shape.add(object(schema));
    }
    if (schema.has("oneOf")) {
      shape.add(oneOf(schema.path("oneOf")));
    }
    return shape;
  }

  private static void addValueRules(Shape shape, JsonNode schema) {
    for (var keyword : schema.properties()) {
      JsonNode value = keyword.getValue();
      switch (keyword.getKey()) {
        case "type" -> shape.add(ValueRules.type(value.asText()));
        case "enum" -> shape.add(ValueRules.allowed("enum", value));
        case "const" -> shape.add(ValueRules.allowed("const", List.of(value)));
        case "minLength" -> shape.add(ValueRules.minLength(value.asInt()));
        case "maxLength" -> shape.add(ValueRules.maxLength(value.asInt()));
        case "pattern" -> shape.add(ValueRules.pattern(value.asText()));
        case "minimum" -> shape.add(ValueRules.minimum(value.decimalValue()));
        case "maximum" -> shape.add(ValueRules.maximum(value.decimalValue()));
        default -> {
          // The others belong to lists, objects and alternatives.
        }
      }
    }
  }

  private Rule list(JsonNode schema) {
    Shape items = schema.has("items") ? read(schema.path("items")) : new Shape();
    return new ListRule(
        items, schema.path("minItems").asInt(0), schema.path("maxItems").asInt(Integer.MAX_VALUE));
  }

  private Rule object(JsonNode schema) {
    var fields = new HashMap<String, Shape>();
    schema
        .path("properties")
        .properties()
        .forEach(field -> fields.put(field.getKey(), read(field.getValue())));
    var required = new ArrayList<String>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    int fewest = schema.path("minProperties").asInt(0);
    return new ObjectRule(fields, required, others(schema.path("additionalProperties")), fewest);
  }

  private Shape others(JsonNode additional) {
    if (additional.isBoolean() || additional.isMissingNode()) {
      return additional.asBoolean(true) ? new Shape() : null;
    }
    return read(additional);
  }

  private Rule oneOf(JsonNode list) {
    List<JsonNode> schemas = new ArrayList<>();
    List<Shape> shapes = new ArrayList<>();
    for (JsonNode one : list) {
      schemas.add(resolved(one));
      shapes.add(read(one));
    }
    Rule byWord = OneOf.ByWord.of(schemas, shapes);
    return byWord == null ? new OneOf(shapes) : byWord;
  }
}
