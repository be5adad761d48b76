package systems.voltaic.magnetiq.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Values that fit a schema, and values that nearly do. */
final class RandomInstances {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 12;
  private static final List<String> TEXTS =
      List.of("a", "b1", "/de/path", "", "X y", "https://example.com/x", "\uD83D\uDE00", "divider");

  private final JsonNode root;
  private final Random random;
  private final int oddOneIn;

  RandomInstances(JsonNode root, Random random, int oddOneIn) {
    this.root = root;
    this.random = random;
    this.oddOneIn = oddOneIn;
  }

  JsonNode next(JsonNode schema) {
    return next(schema, 0);
  }

  private JsonNode next(JsonNode reference, int depth) {
    if (random.nextInt(oddOneIn) == 0 || depth > DEEPEST) {
      return oddity();
    }
    if (reference.has("$ref")) {
      return next(root.at(reference.path("$ref").asText().substring(1)), depth);
    }
    for (String list : List.of("oneOf", "enum")) {
      if (reference.has(list)) {
        JsonNode one = reference.path(list).path(random.nextInt(reference.path(list).size()));
        return list.equals("enum") ? one : next(one, depth + 1);
      }
    }
    return reference.has("const") ? reference.path("const") : ofType(reference, depth);
  }

  private JsonNode ofType(JsonNode schema, int depth) {
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer" -> JSON.numberNode(schema.path("minimum").asInt(0) + random.nextInt(3));
      case "number" -> JSON.numberNode(random.nextDouble());
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      default -> text(schema);
    };
  }

  private JsonNode text(JsonNode schema) {
    if (random.nextInt(30) == 0) {
      return JSON.textNode("x".repeat(schema.path("maxLength").asInt(10) + random.nextInt(2)));
    }
    String pattern = schema.path("pattern").asText();
    return JSON.textNode(pattern.startsWith("^/") ? "/art/x.svg" : pick());
  }

  private String pick() {
    return random.nextInt(4) > 0 ? "a" : TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private ArrayNode array(JsonNode schema, int depth) {
    ArrayNode array = JSON.arrayNode();
    int size = schema.path("minItems").asInt(0) + random.nextInt(2);
    for (int i = 0; i < size; i++) {
      array.add(next(schema.path("items"), depth + 1));
    }
    return array;
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    for (JsonNode name : schema.path("required")) {
      if (random.nextInt(oddOneIn) > 0) {
        set(object, schema, name.asText(), depth);
      }
    }
    for (var field : schema.path("properties").properties()) {
      if (random.nextInt(3) == 0) {
        set(object, schema, field.getKey(), depth);
      }
    }
    return random.nextInt(oddOneIn) == 0 ? object.put("odd", 1) : object;
  }

  private void set(ObjectNode object, JsonNode schema, String name, int depth) {
    object.set(name, next(schema.path("properties").path(name), depth + 1));
  }

  private JsonNode oddity() {
    return switch (random.nextInt(6)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.numberNode(1.0);
      case 2 -> JSON.numberNode(-7);
      case 3 -> JSON.arrayNode().add("a");
      case 4 -> JSON.objectNode().put("type", "paragraph");
      default -> JSON.textNode("odd");
    };
  }
}
