package systems.voltaic.magnetiq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import systems.voltaic.magnetiq.http.Contract;

/** Every operation of the contract with a request that it takes. */
final class ContractRequests {

  /** Which operation, as it is called: the ids in its path are still open. */
  record Request(
      String operation, String method, String template, Map<String, String> headers, String body) {

    String path(String id) {
      return "/api/v1"
          + template
              .replace("{id}", id)
              .replace("{locale}", "en")
              .replace("{address}", "~")
              .replace("{key}", "company.name")
              .replace("{name}", "purge-assets");
    }

    boolean hasId() {
      return template.contains("{id}");
    }
  }

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonNode root;

  ContractRequests(Contract contract) {
    this.root = contract.root();
  }

  List<Request> all() {
    var all = new ArrayList<Request>();
    for (var path : root.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          all.add(request(path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    return all;
  }

  private Request request(String template, String method, JsonNode operation) {
    var headers = new LinkedHashMap<String, String>();
    for (JsonNode parameter : operation.path("parameters")) {
      JsonNode known = resolved(parameter);
      if (known.path("in").asText().equals("header")) {
        headers.put(known.path("name").asText(), header(known.path("name").asText()));
      }
    }
    JsonNode content = operation.path("requestBody").path("content");
    String body =
        content.isMissingNode() ? "" : value(content.path("application/json").path("schema"));
    return new Request(
        operation.path("operationId").asText(),
        method.toUpperCase(java.util.Locale.ROOT),
        template,
        headers,
        body);
  }

  private static String header(String name) {
    return switch (name) {
      case "If-Match" -> "\"1\"";
      case "Idempotency-Key" -> "matrix";
      default -> "made-up";
    };
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? resolved(root.at(node.path("$ref").asText().substring(1))) : node;
  }

  private String value(JsonNode reference) {
    JsonNode schema = resolved(reference);
    for (String list : List.of("oneOf", "anyOf")) {
      if (schema.has(list)) {
        return value(schema.path(list).path(0));
      }
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(0).toString();
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema);
      case "array" ->
          schema.path("minItems").asInt() > 0 ? "[" + value(schema.path("items")) + "]" : "[]";
      case "integer", "number" -> schema.path("minimum").asText("1");
      case "boolean" -> "true";
      default -> '"' + text(schema) + '"';
    };
  }

  private String object(JsonNode schema) {
    var fields = new ArrayList<String>();
    schema
        .path("required")
        .forEach(
            name -> fields.add(name + ":" + value(schema.path("properties").path(name.asText()))));
    if (fields.isEmpty() && schema.path("minProperties").asInt() > 0) {
      var first = schema.path("properties").properties().iterator().next();
      fields.add('"' + first.getKey() + "\":" + value(first.getValue()));
    }
    return "{" + String.join(",", fields) + "}";
  }

  private static String text(JsonNode schema) {
    if (schema.path("format").asText().equals("uuid")) {
      return "00000000-0000-7000-8000-00000000dead";
    }
    return "viewer".repeat(1 + schema.path("minLength").asInt() / 6);
  }
}
