package systems.voltaic.magnetiq.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.fault.Fault;

/** Serves the contract: nothing reaches an operation that was not held against it. */
public final class ContractRouter implements Mount {

  private static final String GUESSES = "api";

  private final String base;
  private final Set<Surface> surfaces;
  private final Identities identities;
  private final RateLimiter limiter;
  private final Repeats repeats;
  private final PathTree<Bound> tree = new PathTree<>();

  public ContractRouter(
      HttpConfig config,
      Contract contract,
      Permissions permissions,
      List<Routes> features,
      Identities identities,
      RateLimiter limiter,
      Repeats repeats,
      HttpMetrics metrics) {
    this.base = contract.basePath();
    this.surfaces = config.surfaces();
    this.identities = identities;
    this.limiter = limiter;
    this.repeats = repeats;
    var api = new Api();
    features.forEach(feature -> feature.mount(api));
    Binding.check(contract, permissions, api);
    for (Operation operation : contract.operations()) {
      var line = permissions.lines().get(operation.id());
      var route = metrics.route(operation.method().name(), base + operation.template());
      var function = api.operations().get(operation.id());
      tree.put(
          operation.template(), operation.method(), new Bound(operation, function, line, route));
    }
  }

  @Override
  public boolean serves(String path) {
    return path.startsWith(base)
        && (path.length() == base.length() || path.charAt(base.length()) == '/');
  }

  @Override
  public void handle(Exchange exchange) {
    HttpServerRequest request = exchange.request();
    var match = tree.find(request.path(), base.length());
    if (match == null) {
      throw Refusal.noSuchPage();
    }
    Bound bound = match.leaf().of(request.method());
    if (bound == null) {
      answerOtherMethod(exchange, match.leaf().allow());
      return;
    }
    exchange.route(bound.route());
    if (bound.line().surface() != Surface.PUBLIC && !surfaces.contains(bound.line().surface())) {
      throw Refusal.noSuchPage();
    }
    if (BodyReader.announced(request)) {
      request.pause();
    }
    serve(exchange, bound, match.values()).onComplete(exchange::answer, exchange::fail);
  }

  private static void answerOtherMethod(Exchange exchange, String allow) {
    var headers = Map.of("allow", allow);
    if (!HttpMethod.OPTIONS.equals(exchange.request().method())) {
      throw new Refusal(405, "method-not-allowed", headers);
    }
    exchange.answer(Answer.noContent().with("allow", allow));
  }

  private Future<Answer> serve(Exchange exchange, Bound bound, List<String> path) {
    return identities
        .identify(exchange, bound.operation().id())
        .recover(failure -> unknown(exchange, bound, failure))
        .compose(caller -> admit(exchange, bound, caller))
        .compose(caller -> read(exchange, bound, caller, path));
  }

  private Future<Caller> admit(Exchange exchange, Bound bound, Caller caller) {
    if (!bound.line().isPublic() && !caller.may(bound.line().permission())) {
      throw caller.actor().equals(Identities.ANONYMOUS)
          ? Fault.of(Fault.Kind.UNAUTHENTICATED, "unauthenticated", "who are you?")
          : Fault.of(Fault.Kind.FORBIDDEN, "forbidden", "you may not do this");
    }
    return bound.isLimited()
        ? limiter
            .take(bound.line().limit(), caller.client())
            .map(verdict -> counted(exchange, verdict, caller))
        : Future.succeededFuture(caller);
  }

  /** What everybody may do is done also while nobody can find out who asks. */
  private Future<Caller> unknown(Exchange exchange, Bound bound, Throwable failure) {
    if (isOf(Fault.Kind.UNAUTHENTICATED, failure)) {
      return guessed(exchange, failure);
    }
    return bound.line().isPublic() && isOf(Fault.Kind.UNAVAILABLE, failure)
        ? Future.succeededFuture(exchange.stranger(bound.operation().id()))
        : Future.failedFuture(failure);
  }

  /** Who tries one secret after the other is counted by address, whatever the operation. */
  private Future<Caller> guessed(Exchange exchange, Throwable failure) {
    return limiter
        .take(GUESSES, exchange.limitKey())
        .compose(verdict -> refused(exchange, verdict, failure));
  }

  private static boolean isOf(Fault.Kind kind, Throwable failure) {
    return failure instanceof Fault fault && fault.kind() == kind;
  }

  private static Future<Caller> refused(
      Exchange exchange, RateLimiter.Verdict verdict, Throwable failure) {
    exchange.count(verdict);
    return Future.failedFuture(failure);
  }

  private static Caller counted(Exchange exchange, RateLimiter.Verdict verdict, Caller caller) {
    exchange.count(verdict);
    return caller;
  }

  private Future<Answer> read(Exchange exchange, Bound bound, Caller caller, List<String> path) {
    Operation operation = bound.operation();
    HttpServerRequest request = exchange.request();
    Parameters.headers(operation, request.headers());
    var ifMatch = Parameters.ifMatch(operation, request.headers());
    var pathValues = Parameters.path(operation, path);
    var query = Parameters.query(operation, request.query());
    return body(request, operation.body())
        .compose(
            bytes -> {
              var body = tree(operation, bytes);
              var envelope = exchange.envelope();
              var call = new Call(caller, pathValues, query, body, ifMatch, envelope);
              return perform(bound, request, call, bytes);
            });
  }

  private static Future<Buffer> body(HttpServerRequest request, BodyRule rule) {
    if (!BodyReader.announced(request)) {
      if (rule != null && rule.required()) {
        throw Fault.invalid("body-missing", "this call needs a body", List.of());
      }
      return Future.succeededFuture(Buffer.buffer());
    }
    if (rule == null) {
      throw Fault.invalid("body-not-allowed", "this call takes no body", List.of());
    }
    if (!rule.accepts(request.headers().get("content-type"))) {
      throw new Refusal(415, "media-type");
    }
    return BodyReader.read(request, rule.largest());
  }

  private static JsonNode tree(Operation operation, Buffer bytes) {
    if (operation.body() == null || bytes.length() == 0) {
      if (operation.body() != null && operation.body().required()) {
        throw Fault.invalid("body-missing", "this call needs a body", List.of());
      }
      return null;
    }
    JsonNode tree = StrictJson.parse(bytes);
    operation.body().check(tree);
    return tree;
  }

  private Future<Answer> perform(Bound bound, HttpServerRequest request, Call call, Buffer bytes) {
    String key =
        bound.operation().takesIdempotencyKey() ? request.headers().get("idempotency-key") : null;
    return key == null
        ? bound.function().apply(call)
        : repeats.perform(
            new Repeats.Once(call.caller(), key, request.uri(), bytes),
            () -> bound.function().apply(call));
  }
}
