package systems.voltaic.magnetiq.cache;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Writes a finished answer in the form the visitor asked for. */
public final class Reply {

  private static final CharSequence X_CACHE = HttpHeaders.createOptimized("x-cache");
  private static final CharSequence STALE = HttpHeaders.createOptimized("stale");
  private static final CharSequence VARY_BY = HttpHeaders.createOptimized("accept-encoding");

  public static Future<Void> write(HttpServerRequest request, Served served, Policy policy) {
    FinishedAnswer answer = served.answer();
    MultiMap asked = request.headers();
    Representation chosen =
        AcceptEncoding.of(asked.get(HttpHeaders.ACCEPT_ENCODING)).choose(answer);
    HttpServerResponse response = request.response();
    validators(response.headers(), served, chosen, policy);
    if (answer.status() == 200 && Conditions.has(asked, answer, chosen)) {
      return response.setStatusCode(304).end();
    }
    content(response, answer, chosen);
    return request.method().equals(HttpMethod.HEAD) ? response.end() : response.end(chosen.bytes());
  }

  private static void validators(
      MultiMap headers, Served served, Representation chosen, Policy policy) {
    headers.set(HttpHeaders.ETAG, chosen.etag());
    headers.set(HttpHeaders.LAST_MODIFIED, served.answer().lastModified());
    headers.set(HttpHeaders.CACHE_CONTROL, policy.cacheControl());
    headers.set(HttpHeaders.VARY, VARY_BY);
    if (served.stale()) {
      headers.set(X_CACHE, STALE);
    }
    served.answer().facts().headers().forEach(headers::set);
  }

  private static void content(
      HttpServerResponse response, FinishedAnswer answer, Representation chosen) {
    response.setStatusCode(answer.status());
    MultiMap headers = response.headers();
    headers.set(HttpHeaders.CONTENT_TYPE, answer.contentType());
    headers.set(HttpHeaders.CONTENT_LENGTH, chosen.length());
    if (chosen.encoding() != null) {
      headers.set(HttpHeaders.CONTENT_ENCODING, chosen.encoding());
    }
  }

  private Reply() {}
}
