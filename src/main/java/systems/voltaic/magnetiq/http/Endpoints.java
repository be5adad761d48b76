package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import systems.voltaic.magnetiq.access.Caller;

/** Addresses outside the contract that machines read, such as /health and /metrics; unlimited. */
public final class Endpoints implements Mount {

  private record Endpoint(
      String permission, Function<Call, Future<Answer>> function, HttpMetrics.Route route) {}

  private final Map<String, Endpoint> endpoints = new HashMap<>();
  private final Identities identities;
  private final HttpMetrics metrics;

  public Endpoints(Identities identities, HttpMetrics metrics) {
    this.identities = identities;
    this.metrics = metrics;
  }

  /** For everybody. */
  public Endpoints get(String path, Function<Call, Future<Answer>> function) {
    return get(path, Permissions.PUBLIC, function);
  }

  /** For whoever has the permission; nobody else learns that it exists. */
  public Endpoints get(String path, String permission, Function<Call, Future<Answer>> function) {
    endpoints.put(path, new Endpoint(permission, function, metrics.route("GET", path)));
    return this;
  }

  @Override
  public boolean serves(String path) {
    return endpoints.containsKey(path);
  }

  @Override
  public void handle(Exchange exchange) {
    Endpoint endpoint = endpoints.get(exchange.request().path());
    exchange.route(endpoint.route());
    HttpMethod method = exchange.request().method();
    if (!HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method)) {
      throw Refusal.onlyReads();
    }
    identities
        .identify(exchange, endpoint.route().template())
        .recover(failure -> stranger(endpoint, exchange, failure))
        .compose(caller -> serve(endpoint, caller, exchange.envelope()))
        .onComplete(exchange::answer, exchange::fail);
  }

  /** What everybody may read is told also while nobody can say who asks. */
  private static Future<Caller> stranger(Endpoint endpoint, Exchange exchange, Throwable failure) {
    return endpoint.permission().equals(Permissions.PUBLIC)
        ? Future.succeededFuture(exchange.stranger(endpoint.route().template()))
        : Future.failedFuture(failure);
  }

  private static Future<Answer> serve(Endpoint endpoint, Caller caller, Envelope envelope) {
    if (!endpoint.permission().equals(Permissions.PUBLIC) && !caller.may(endpoint.permission())) {
      throw Refusal.noSuchPage();
    }
    return endpoint
        .function()
        .apply(new Call(caller, Map.of(), Map.of(), null, Optional.<Long>empty(), envelope));
  }
}
