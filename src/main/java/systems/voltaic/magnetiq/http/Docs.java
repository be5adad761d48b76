package systems.voltaic.magnetiq.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import systems.voltaic.magnetiq.json.Json;

/** The contract to read: rendered for people, finished bytes for machines. */
public final class Docs implements Mount {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; font-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final String PROBLEMS = "/docs/problems/";

  private final boolean on;
  private final HttpMetrics.Route route;
  private final Map<String, Answer> contract = new HashMap<>();
  private final PackagedFiles files;
  private final ProblemPages problems;

  public Docs(
      Vertx vertx, HttpConfig config, Contract source, Messages messages, HttpMetrics metrics) {
    this.on = config.surfaces().contains(Surface.DOCS);
    this.route = metrics.route("GET", "/docs");
    this.files = new PackagedFiles(vertx, "/spa", POLICY);
    this.problems = new ProblemPages(messages);
    ObjectNode tree = source.root().deepCopy();
    String base = config.baseUrl().resolve(source.basePath()).toString();
    tree.putArray("servers").addObject().put("url", base);
    add(source.basePath() + "/openapi.json", "application/json", Json.write(tree));
    add(source.basePath() + "/openapi.yaml", "application/yaml", Buffer.buffer(yaml(tree)));
  }

  @Override
  public boolean serves(String path) {
    return contract.containsKey(path)
        || path.equals("/docs")
        || path.startsWith("/docs/")
        || path.startsWith("/assets/");
  }

  @Override
  public void handle(Exchange exchange) {
    exchange.route(route);
    HttpMethod method = exchange.request().method();
    if (!HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method)) {
      throw new Refusal(405, "method-not-allowed", Map.of("allow", "GET, HEAD"));
    }
    if (!on) {
      throw new Refusal(404, "no-such-page");
    }
    find(exchange, exchange.request().path())
        .map(found -> found.orElseThrow(() -> new Refusal(404, "no-such-page")))
        .onComplete(exchange::answer, exchange::fail);
  }

  private Future<Optional<Answer>> find(Exchange exchange, String path) {
    if (contract.containsKey(path)) {
      return Future.succeededFuture(Optional.of(contract.get(path)));
    }
    if (path.startsWith(PROBLEMS)) {
      String code = path.substring(PROBLEMS.length());
      return Future.succeededFuture(problems.page(code, exchange.language()));
    }
    return files.find(path.equals("/docs") || path.equals("/docs/") ? "/docs/index.html" : path);
  }

  private void add(String path, String type, Buffer body) {
    contract.put(path, PackagedFiles.finished(type, body, POLICY));
  }

  private static byte[] yaml(ObjectNode tree) {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    Object plain = Json.read(tree, Object.class);
    return new Yaml(options).dump(plain).getBytes(StandardCharsets.UTF_8);
  }
}
