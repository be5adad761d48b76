package systems.voltaic.magnetiq.cache;

import io.vertx.core.http.HttpServerRequest;

/** What happens to every request, wherever its answer comes from. */
public interface Edge {

  /** Sets what every answer carries and counts; false when it has answered by itself, as by 429. */
  boolean admit(HttpServerRequest request, String route);

  /** Answers for an origin that failed and had no older answer to stand in. */
  void fail(HttpServerRequest request, Throwable reason);
}
