package systems.voltaic.magnetiq.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import systems.voltaic.magnetiq.cache.FinishedAnswers;

/** Public answers that are finished bytes, served before the contract is asked. */
public final class PublicAnswers implements Mount {

  private static final String RULE = "api";

  private final FinishedAnswers finished;
  private final Mount contract;
  private final RateLimiter limiter;
  private final HttpMetrics metrics;
  private final Map<String, HttpMetrics.Route> routes = new ConcurrentHashMap<>();

  public PublicAnswers(
      FinishedAnswers finished, Mount contract, RateLimiter limiter, HttpMetrics metrics) {
    this.finished = finished;
    this.contract = contract;
    this.limiter = limiter;
    this.metrics = metrics;
  }

  @Override
  public boolean serves(String path) {
    return contract.serves(path);
  }

  @Override
  public void handle(Exchange exchange) {
    var match = finished.find(exchange.request());
    if (match == null) {
      contract.handle(exchange);
    } else {
      finished.answer(match, exchange.request(), admitted(exchange, match.route()));
    }
  }

  /** This rule counts here first, so its verdict is there at once. */
  private Exchange admitted(Exchange exchange, String route) {
    exchange.route(routes.computeIfAbsent(route, r -> metrics.route("GET", r)));
    exchange.count(limiter.take(RULE, exchange.client().limitKey()).result());
    return exchange;
  }
}
