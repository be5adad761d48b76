package systems.voltaic.magnetiq.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** Which foreign pages may call: an exact list, never everybody. */
final class Cors {

  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String ASKS =
      "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match,"
          + " If-None-Match, X-Background, X-CSRF-Token, X-Request-ID";
  private static final String SHOWS =
      "ETag, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-ID";

  private final Set<String> origins;

  Cors(Set<String> origins) {
    this.origins = origins;
  }

  boolean allows(String origin) {
    return origins.contains(origin);
  }

  static boolean isPreflight(HttpServerRequest request, String origin) {
    return origin != null
        && HttpMethod.OPTIONS.equals(request.method())
        && request.headers().contains("access-control-request-method");
  }

  void mark(MultiMap answer, String origin) {
    answer.add("vary", "Origin");
    answer.set("access-control-allow-origin", origin);
    answer.set("access-control-allow-credentials", "true");
    answer.set("access-control-expose-headers", SHOWS);
  }

  void markPreflight(MultiMap answer) {
    answer.set("access-control-allow-methods", METHODS);
    answer.set("access-control-allow-headers", ASKS);
    answer.set("access-control-max-age", "600");
  }
}
