package systems.voltaic.magnetiq.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds strings, lists and objects of a request that may be as large as the sender likes. */
final class SchemaBounds {

  private final JsonNode root;
  private final List<String> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private SchemaBounds(JsonNode root) {
    this.root = root;
  }

  static List<String> unbounded(JsonNode root, String operationId) {
    var bounds = new SchemaBounds(root);
    for (JsonNode item : root.path("paths")) {
      for (JsonNode operation : item) {
        if (operation.path("operationId").asText().equals(operationId)) {
          operation
              .path("requestBody")
              .findParents("schema")
              .forEach(media -> bounds.visit(media.path("schema"), ""));
        }
      }
    }
    return bounds.found;
  }

  private void visit(JsonNode schema, String where) {
    if (schema.has("$ref")) {
      String reference = schema.path("$ref").asText();
      if (seen.add(reference)) {
        visit(root.at(reference.substring(1)), where);
      }
      return;
    }
    String type = HostileRequests.type(schema);
    boolean open =
        (type.equals("string") && !schema.has("maxLength") && !schema.has("enum"))
            || (type.equals("array") && !schema.has("maxItems"))
            || (type.equals("object") && !schema.has("additionalProperties"));
    if (open) {
      found.add(where);
    }
    schema
        .path("properties")
        .properties()
        .forEach(field -> visit(field.getValue(), where + "/" + field.getKey()));
    if (schema.has("items")) {
      visit(schema.path("items"), where + "/*");
    }
  }
}
