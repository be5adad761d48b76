package systems.voltaic.magnetiq.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A schema with all it refers to, so that a validator needs nothing else. */
final class SchemaBundle {

  private static final String COMPONENT = "#/components/schemas/";

  static ObjectNode of(JsonNode root, JsonNode schema) {
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    JsonNode top = rewritten(root, schema, parts);
    ObjectNode bundle = ((ObjectNode) top).deepCopy();
    var definitions = bundle.putObject("$defs");
    parts.forEach(definitions::set);
    return bundle;
  }

  private static JsonNode rewritten(JsonNode root, JsonNode schema, Map<String, JsonNode> parts) {
    JsonNode copy = schema.deepCopy();
    for (JsonNode holder : copy.findParents("$ref")) {
      String name = holder.path("$ref").asText().substring(COMPONENT.length());
      ((ObjectNode) holder).put("$ref", "#/$defs/" + name);
      if (!parts.containsKey(name)) {
        parts.put(name, copy);
        parts.put(name, rewritten(root, root.at(COMPONENT.substring(1) + name), parts));
      }
    }
    return copy;
  }

  private SchemaBundle() {}
}
