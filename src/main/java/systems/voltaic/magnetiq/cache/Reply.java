package systems.voltaic.magnetiq.cache;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Writes a finished answer in the form the visitor asked for. */
public final class Reply {

  private static final CharSequence X_CACHE = HttpHeaders.createOptimized("x-cache");
  private static final CharSequence STALE = HttpHeaders.createOptimized("stale");
  private static final CharSequence BYTES = HttpHeaders.createOptimized("bytes");
  private static final CharSequence RANGE = HttpHeaders.createOptimized("range");
  private static final CharSequence IF_RANGE = HttpHeaders.createOptimized("if-range");
  private static final CharSequence VARY_BY = HttpHeaders.createOptimized("accept-encoding");

  /** A file, of which a part may be asked for. */
  public static void file(HttpServerRequest request, Served served, Policy policy, Visit visit) {
    FinishedAnswer answer = served.answer();
    String asked = request.method().equals(HttpMethod.GET) ? request.getHeader(RANGE) : null;
    long length = answer.body().length();
    ByteRange range = asked == null ? null : ByteRange.of(asked, length);
    if (range == null || !isSame(request.getHeader(IF_RANGE), answer)) {
      request.response().headers().set(HttpHeaders.ACCEPT_RANGES, BYTES);
      write(request, served, policy, visit);
    } else {
      part(request, served, policy, range, visit);
    }
  }

  private static boolean isSame(String validator, FinishedAnswer answer) {
    return validator == null
        || validator.contentEquals(answer.identity().etag())
        || validator.contentEquals(answer.lastModified());
  }

  private static void part(
      HttpServerRequest request, Served served, Policy policy, ByteRange range, Visit visit) {
    FinishedAnswer answer = served.answer();
    HttpServerResponse response = request.response();
    long length = answer.body().length();
    response.headers().set(HttpHeaders.ACCEPT_RANGES, BYTES);
    validators(response.headers(), served, answer.identity(), policy);
    if (!visit.begin(response.headers())) {
      return;
    }
    if (Conditions.has(request.headers(), answer, answer.identity())) {
      response.setStatusCode(304).end();
    } else if (range.satisfiable(length)) {
      response.headers().set(HttpHeaders.CONTENT_TYPE, answer.contentType());
      response.headers().set(HttpHeaders.CONTENT_RANGE, range.of(length));
      response.setStatusCode(206).end(slice(answer.body(), range));
    } else {
      response.headers().set(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
      response.headers().set(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setStatusCode(416).end();
    }
    visit.end(response.getStatusCode());
  }

  private static Buffer slice(Buffer body, ByteRange range) {
    return body.slice((int) range.first(), (int) range.last() + 1);
  }

  public static void write(HttpServerRequest request, Served served, Policy policy, Visit visit) {
    FinishedAnswer answer = served.answer();
    HttpServerResponse response = request.response();
    MultiMap asked = request.headers();
    Representation chosen =
        AcceptEncoding.of(asked.get(HttpHeaders.ACCEPT_ENCODING)).choose(answer);
    validators(response.headers(), served, chosen, policy);
    boolean unchanged = answer.status() == 200 && Conditions.has(asked, answer, chosen);
    if (!unchanged) {
      content(response, answer, chosen);
    }
    if (visit.begin(response.headers())) {
      send(request, response, unchanged ? null : chosen);
      visit.end(response.getStatusCode());
    }
  }

  private static Future<Void> send(
      HttpServerRequest request, HttpServerResponse response, Representation chosen) {
    if (chosen == null) {
      return response.setStatusCode(304).end();
    }
    boolean head = request.method().equals(HttpMethod.HEAD);
    return head ? response.end() : response.end(chosen.bytes());
  }

  private static void validators(
      MultiMap headers, Served served, Representation chosen, Policy policy) {
    headers.add(HttpHeaders.ETAG, chosen.etag());
    headers.add(HttpHeaders.LAST_MODIFIED, served.answer().lastModified());
    headers.add(HttpHeaders.CACHE_CONTROL, policy.cacheControl());
    headers.add(HttpHeaders.VARY, VARY_BY);
    if (served.stale()) {
      headers.set(X_CACHE, STALE);
    }
    served.answer().headers().forEach(headers::add);
  }

  private static void content(
      HttpServerResponse response, FinishedAnswer answer, Representation chosen) {
    response.setStatusCode(answer.status());
    MultiMap headers = response.headers();
    headers.add(HttpHeaders.CONTENT_TYPE, answer.contentType());
    headers.add(HttpHeaders.CONTENT_LENGTH, chosen.length());
    if (chosen.encoding() != null) {
      headers.set(HttpHeaders.CONTENT_ENCODING, chosen.encoding());
    }
  }

  private Reply() {}
}
