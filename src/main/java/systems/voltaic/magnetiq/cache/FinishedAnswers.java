package systems.voltaic.magnetiq.cache;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Public answers, looked up in front of the contract router. */
public final class FinishedAnswers {

  private final AnswerCache cache;
  private final PublicPaths paths = new PublicPaths();

  public FinishedAnswers(AnswerCache cache) {
    this.cache = cache;
  }

  /** A path whose tags do not depend on its parameters. */
  public FinishedAnswers on(
      String route,
      Policy policy,
      List<String> tags,
      Function<List<String>, Future<Original>> origin) {
    return on(new PublicAnswer(route, policy, values -> tags, origin));
  }

  /** Registered before the first request; routes with parameters are tried in this order. */
  public FinishedAnswers on(PublicAnswer answer) {
    paths.add(answer);
    return this;
  }

  /** Null for what is not answered here. A query is the router's: it knows which ones exist. */
  public Match find(HttpServerRequest request) {
    HttpMethod method = request.method();
    boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    return reads && request.query() == null ? paths.find(request.path()) : null;
  }

  /** Null for what is not answered here. */
  public Match find(String path) {
    return paths.find(path);
  }

  /** From memory this is done when it returns. */
  public void answer(Match match, HttpServerRequest request, Visit visit) {
    Policy policy = match.policy();
    Served now = cache.now(match.subject(), policy, match.origin());
    if (now != null) {
      Reply.write(request, now, policy, visit);
    } else {
      cache
          .get(match.subject(), policy, match.origin())
          .onSuccess(served -> Reply.write(request, served, policy, visit))
          .onFailure(visit::fail);
    }
  }

  /** What a request asks for, among the public answers. */
  public record Match(
      String route, Policy policy, Subject subject, Supplier<Future<Original>> origin) {}
}
