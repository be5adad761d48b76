package systems.voltaic.magnetiq.http;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import systems.voltaic.magnetiq.cache.FinishedAnswers;

/** Public files that are made once for everybody, such as a sitemap; queries mean nothing here. */
public final class FinishedMount implements Mount {

  private final FinishedAnswers finished;
  private final HttpMetrics metrics;
  private final Map<String, HttpMetrics.Route> routes = new ConcurrentHashMap<>();

  public FinishedMount(FinishedAnswers finished, HttpMetrics metrics) {
    this.finished = finished;
    this.metrics = metrics;
  }

  @Override
  public boolean serves(String path) {
    return finished.find(path) != null;
  }

  @Override
  public void handle(Exchange exchange) {
    var request = exchange.request();
    var match = finished.find(request.path());
    exchange.route(routes.computeIfAbsent(match.route(), r -> metrics.route("GET", r)));
    HttpMethod method = request.method();
    if (!HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method)) {
      throw Refusal.onlyReads();
    }
    finished.answer(match, request, exchange);
  }
}
