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
      String permission,
      boolean asksWho,
      Function<Call, Future<Answer>> function,
      HttpMetrics.Route route) {}

  private final Map<String, Endpoint> endpoints = new HashMap<>();
  private final Identities identities;
  private final HttpMetrics metrics;

  public Endpoints(Identities identities, HttpMetrics metrics) {
    this.identities = identities;
    this.metrics = metrics;
  }

  /** For everybody, without a look at who asks: it touches nothing else. */
  public Endpoints get(String path, Function<Call, Future<Answer>> function) {
    return put(path, Permissions.PUBLIC, false, function);
  }

  /** For everybody, and more of it for some. */
  public Endpoints getByCaller(String path, Function<Call, Future<Answer>> function) {
    return put(path, Permissions.PUBLIC, true, function);
  }

  /** For whoever has the permission; nobody else learns that it exists. */
  public Endpoints get(String path, String permission, Function<Call, Future<Answer>> function) {
    return put(path, permission, true, function);
  }

  private Endpoints put(
      String path, String permission, boolean asksWho, Function<Call, Future<Answer>> function) {
    var route = metrics.route("GET", path);
    endpoints.put(path, new Endpoint(permission, asksWho, function, route));
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
    caller(endpoint, exchange)
        .compose(caller -> serve(endpoint, caller, exchange.envelope()))
        .onComplete(exchange::answer, exchange::fail);
  }

  private Future<Caller> caller(Endpoint endpoint, Exchange exchange) {
    return endpoint.asksWho()
        ? identities
            .identify(exchange, endpoint.route().template())
            .recover(failure -> stranger(endpoint, exchange, failure))
        : Future.succeededFuture(exchange.stranger(endpoint.route().template()));
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
