package systems.voltaic.magnetiq.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.Map;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.json.Json;

/** The contract to read: rendered for people, finished bytes for machines. */
public final class Docs implements Mount {

  private static final String POLICY = "default-src 'none'; frame-ancestors 'none'";
  private static final String PROBLEMS = "/docs/problems/";

  private final boolean on;
  private final HttpMetrics.Route route;
  private final Map<String, Answer> contract = new HashMap<>();
  private final ProblemPages problems;

  public Docs(HttpConfig config, Contract source, Messages messages, HttpMetrics metrics) {
    this.on = config.surfaces().contains(Surface.DOCS);
    this.route = metrics.route("GET", "/docs");
    this.problems = new ProblemPages(messages);
    ObjectNode tree = source.root().deepCopy();
    tree.putArray("servers").addObject().put("url", source.basePath());
    add(source.basePath() + "/openapi.json", "application/json", Json.write(tree));
    String here = source.text().replace(source.server(), source.basePath());
    add(source.basePath() + "/openapi.yaml", "application/yaml", Buffer.buffer(here));
  }

  @Override
  public boolean serves(String path) {
    return contract.containsKey(path) || path.startsWith(PROBLEMS);
  }

  @Override
  public void handle(Exchange exchange) {
    exchange.route(route);
    HttpMethod method = exchange.request().method();
    if (!HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method)) {
      throw Refusal.onlyReads();
    }
    if (!on) {
      throw Refusal.noSuchPage();
    }
    exchange.answer(find(exchange.request().path(), exchange.language()));
  }

  private Answer find(String path, Language language) {
    return path.startsWith(PROBLEMS)
        ? problems
            .page(path.substring(PROBLEMS.length()), language)
            .orElseThrow(Refusal::noSuchPage)
        : contract.get(path);
  }

  private void add(String path, String type, Buffer body) {
    contract.put(path, Finished.bytes(type, body, POLICY));
  }
}
