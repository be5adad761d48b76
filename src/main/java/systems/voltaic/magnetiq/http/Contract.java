package systems.voltaic.magnetiq.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.json.Table;
import systems.voltaic.magnetiq.schema.CompiledSchema;

/** openapi.yaml, read once and compiled to what a request is held against. */
public final class Contract {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  private final String text;
  private final JsonNode root;
  private final String basePath;
  private final int largestBody;
  private final List<Operation> operations = new ArrayList<>();

  private Contract(String text, JsonNode root, int largestBody) {
    this.text = text;
    this.root = root;
    this.basePath = URI.create(server()).getPath();
    this.largestBody = largestBody;
    root.path("paths").properties().forEach(path -> compilePath(path.getKey(), path.getValue()));
  }

  public static Contract of(String text, int largestBody) {
    return new Contract(text, yaml(text), largestBody);
  }

  /** The contract in the jar. */
  public static Contract packaged(int largestBody) {
    return new Contract(resource("/openapi.yaml"), Table.named("openapi"), largestBody);
  }

  static String resource(String name) {
    try (var in = Contract.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  static JsonNode yaml(String text) {
    return Json.tree(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text));
  }

  String text() {
    return text;
  }

  /** Where the contract says the interface is. */
  String server() {
    return root.at("/servers/0/url").asText();
  }

  /** The contract as a tree, for who holds something else than a request against it. */
  public JsonNode root() {
    return root;
  }

  String basePath() {
    return basePath;
  }

  List<Operation> operations() {
    return operations;
  }

  private void compilePath(String template, JsonNode item) {
    for (var entry : item.properties()) {
      if (METHODS.contains(entry.getKey())) {
        operations.add(compile(template, item, entry.getKey(), entry.getValue()));
      }
    }
  }

  private Operation compile(String template, JsonNode item, String method, JsonNode operation) {
    var path = new LinkedHashMap<String, ParameterRule>();
    var query = new LinkedHashMap<String, ParameterRule>();
    var headers = new ArrayList<ParameterRule>();
    for (JsonNode shared : List.of(item.path("parameters"), operation.path("parameters"))) {
      for (JsonNode reference : shared) {
        JsonNode parameter = resolve(reference);
        var rule = ParameterRule.of(parameter, resolve(parameter.path("schema")));
        switch (rule.in()) {
          case "path" -> path.put(rule.name(), rule);
          case "query" -> query.put(rule.name(), rule);
          case "header" -> headers.add(rule);
          default -> throw new IllegalStateException("cookie parameters are not supported");
        }
      }
    }
    return new Operation(
        operation.path("operationId").asText(),
        HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
        template,
        tags(operation),
        inOrder(template, path),
        query,
        List.copyOf(headers),
        body(resolve(operation.path("requestBody"))));
  }

  private static Map<String, ParameterRule> inOrder(
      String template, Map<String, ParameterRule> rules) {
    var ordered = new LinkedHashMap<String, ParameterRule>();
    for (String segment : template.split("/", -1)) {
      if (segment.startsWith("{")) {
        String name = segment.substring(1, segment.length() - 1);
        ordered.put(name, rules.get(name));
      }
    }
    if (!ordered.keySet().equals(rules.keySet()) || ordered.containsValue(null)) {
      throw new IllegalStateException(template + " does not declare exactly its parameters");
    }
    return ordered;
  }

  private BodyRule body(JsonNode body) {
    if (body.isMissingNode()) {
      return null;
    }
    var mediaTypes = new HashSet<String>();
    JsonNode schema = null;
    for (var entry : body.path("content").properties()) {
      mediaTypes.add(entry.getKey().toLowerCase(Locale.ROOT));
      schema = entry.getValue().path("schema");
    }
    int largest = body.path("x-max-bytes").asInt(largestBody);
    return new BodyRule(
        mediaTypes, body.path("required").asBoolean(), largest, CompiledSchema.of(root, schema));
  }

  private static Set<String> tags(JsonNode operation) {
    var tags = new HashSet<String>();
    operation.path("tags").forEach(tag -> tags.add(tag.asText()));
    return tags;
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? resolve(root.at(node.path("$ref").asText().substring(1))) : node;
  }
}
