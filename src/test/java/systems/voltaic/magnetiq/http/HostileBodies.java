package systems.voltaic.magnetiq.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Bodies that nearly fit the schema of an operation, and bodies that fit nothing. */
final class HostileBodies {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 6;

  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<String, JsonNode> schemas = new HashMap<>();
  private final List<byte[]> bodies = HostileLists.of("bodies");
  private final List<byte[]> values = HostileLists.of("values");
  private final JsonNode root;
  private final Random random;

  HostileBodies(JsonNode root, Random random) {
    this.root = root;
    this.random = random;
    root.path("paths").forEach(item -> item.forEach(this::remember));
  }

  byte[] next(String operationId) {
    JsonNode schema = schemas.get(operationId);
    int dice = random.nextInt(10);
    if (dice == 0) {
      return ("[".repeat(2000) + "]".repeat(2000)).getBytes(StandardCharsets.UTF_8);
    }
    return schema == null || dice < 4 ? pick(bodies) : written(instance(schema, 0));
  }

  private void remember(JsonNode operation) {
    JsonNode body = resolved(operation.path("requestBody"));
    JsonNode content = body.path("content");
    if (content.size() > 0) {
      schemas.put(operation.path("operationId").asText(), content.elements().next().path("schema"));
    }
  }

  private JsonNode instance(JsonNode reference, int depth) {
    JsonNode schema = resolved(reference);
    if (random.nextInt(8) == 0 || depth > DEEPEST) {
      return oddity();
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
    }
    return switch (HostileRequests.type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> NODES.arrayNode().add(instance(schema.path("items"), depth + 1));
      case "integer", "number" -> NODES.numberNode(random.nextInt(200) - 50);
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      default -> NODES.textNode(text());
    };
  }

  private JsonNode object(JsonNode schema, int depth) {
    var object = NODES.objectNode();
    for (var property : schema.path("properties").properties()) {
      if (random.nextInt(4) > 0) {
        object.set(property.getKey(), instance(property.getValue(), depth + 1));
      }
    }
    if (random.nextInt(6) == 0) {
      object.set(text(), oddity());
    }
    return object;
  }

  private JsonNode oddity() {
    return switch (random.nextInt(7)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.numberNode(Long.MIN_VALUE);
      case 2 -> NODES.numberNode(1.5e308);
      case 3 -> NODES.arrayNode().add(NODES.objectNode());
      case 4 -> NODES.objectNode();
      case 5 -> NODES.textNode("x".repeat(1 + random.nextInt(5000)));
      default -> NODES.textNode(text());
    };
  }

  private String text() {
    return new String(pick(values), StandardCharsets.UTF_8);
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? resolved(root.at(node.path("$ref").asText().substring(1))) : node;
  }

  private byte[] written(JsonNode tree) {
    try {
      return mapper.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] pick(List<byte[]> list) {
    return list.get(random.nextInt(list.size()));
  }
}
