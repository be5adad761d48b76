package systems.voltaic.magnetiq.cache;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.function.Function;
import systems.voltaic.magnetiq.cache.PublicPaths.Found;

/** Public answers, looked up in front of the contract router. */
public final class FinishedAnswers {

  private final AnswerCache cache;
  private final Edge edge;
  private final PublicPaths paths = new PublicPaths();

  public FinishedAnswers(AnswerCache cache, Edge edge) {
    this.cache = cache;
    this.edge = edge;
  }

  /** One path for one answer, made from the given tags. */
  public FinishedAnswers on(
      String path,
      Policy policy,
      List<String> tags,
      Function<List<String>, Future<Original>> origin) {
    return on(new PublicAnswer(path, policy, values -> tags, origin));
  }

  /** Registered before the first request; templates are tried in this order. */
  public FinishedAnswers on(PublicAnswer answer) {
    paths.add(answer);
    return this;
  }

  /**
   * False when it is not answered here and nothing has been done with it. A query is the router's:
   * it knows which parameters exist.
   */
  public boolean serve(HttpServerRequest request) {
    HttpMethod method = request.method();
    if (!(method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
        || request.query() != null) {
      return false;
    }
    Found found = paths.find(request.path());
    if (found == null) {
      return false;
    }
    if (edge.admit(request, found.answer().route())) {
      answer(request, found);
    }
    return true;
  }

  private void answer(HttpServerRequest request, Found found) {
    Policy policy = found.answer().policy();
    Served now = cache.now(found.subject(), policy, found.origin());
    if (now != null) {
      Reply.write(request, now, policy);
    } else {
      cache
          .get(found.subject(), policy, found.origin())
          .onSuccess(served -> Reply.write(request, served, policy))
          .onFailure(reason -> edge.fail(request, reason));
    }
  }
}
