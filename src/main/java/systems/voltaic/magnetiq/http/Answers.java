package systems.voltaic.magnetiq.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.util.Map;
import systems.voltaic.magnetiq.json.Json;

/** Writes answers: the one place where headers and bytes meet the connection. */
final class Answers {

  static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-request-id");
  private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
  private static final CharSequence EDGE = HttpHeaders.createOptimized("x-accel-expires");
  private static final CharSequence X_CACHE = HttpHeaders.createOptimized("x-cache");
  private static final String A_SECOND = "s-maxage=1,";
  private static final int CLIENT_LEFT = 499;
  private static final int UNAVAILABLE = 503;

  private final Problems problems;
  private final SecurityHeaders security;
  private final HttpMetrics metrics;
  private final AccessLog log;
  private final Clock clock;
  private volatile boolean draining;

  Answers(
      Problems problems,
      SecurityHeaders security,
      HttpMetrics metrics,
      AccessLog log,
      Clock clock) {
    this.problems = problems;
    this.security = security;
    this.metrics = metrics;
    this.log = log;
    this.clock = clock;
  }

  HttpMetrics.Route unmatched() {
    return metrics.unmatched();
  }

  void drain() {
    draining = true;
  }

  void write(Exchange exchange, Answer answer) {
    if (!exchange.take()) {
      return;
    }
    HttpServerResponse response = exchange.request().response();
    if (response.closed() || response.headWritten()) {
      finish(exchange, CLIENT_LEFT);
      return;
    }
    mark(exchange, response, answer);
    int status = isUnchanged(exchange, answer) ? 304 : answer.status();
    response.setStatusCode(status);
    if (answer.pieces() != null && HttpMethod.GET.equals(exchange.request().method())) {
      new Sending(exchange.request(), answer.pieces())
          .run()
          .onComplete(done -> finish(exchange, status));
    } else {
      end(exchange, response, answer, status);
      finish(exchange, status);
    }
  }

  void writeProblem(Exchange exchange, Throwable failure) {
    String instance = exchange.request().path();
    var problem =
        problems.of(
            failure, exchange.language(), instance == null ? "" : instance, exchange.requestId());
    write(
        exchange,
        new Answer(problem.status(), Problem.CONTENT_TYPE, Json.write(problem), problem.headers()));
  }

  /** For who writes the bytes by himself; false when there is nobody to answer any more. */
  boolean begin(Exchange exchange, MultiMap headers) {
    if (!exchange.take()) {
      return false;
    }
    if (exchange.request().response().closed()) {
      finish(exchange, CLIENT_LEFT);
      return false;
    }
    common(exchange, headers);
    if (exchange.client().isProxied()) {
      edge(headers);
    }
    return true;
  }

  /** nginx counts whole seconds: its one second would be two, and an old answer would be kept. */
  private void edge(MultiMap headers) {
    if (headers.contains(X_CACHE)) {
      headers.set(EDGE, "0");
    } else if (headers.get(HttpHeaders.CACHE_CONTROL).contains(A_SECOND)) {
      headers.set(EDGE, "@" + clock.millis() / 1000);
    }
  }

  void abandon(Exchange exchange) {
    if (exchange.take()) {
      exchange.request().response().reset();
      finish(exchange, UNAVAILABLE);
    }
  }

  void end(Exchange exchange, int status) {
    finish(exchange, status);
  }

  private void mark(Exchange exchange, HttpServerResponse response, Answer answer) {
    var headers = response.headers();
    if (answer.contentType() != null) {
      headers.add(HttpHeaders.CONTENT_TYPE, answer.contentType());
    }
    if (!answer.headers().isEmpty()) {
      setAll(response, answer.headers());
    }
    if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
      headers.add(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }
    common(exchange, headers);
  }

  private void common(Exchange exchange, MultiMap headers) {
    headers.add(REQUEST_ID, exchange.requestId());
    if (exchange.verdict() != null) {
      exchange.verdict().mark(headers);
    }
    security.mark(headers);
    if (exchange.isPrivate()) {
      headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }
    if (draining) {
      headers.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
  }

  private static void setAll(HttpServerResponse response, Map<String, String> headers) {
    for (var header : headers.entrySet()) {
      if (!header.getKey().equals(Answer.SECRET)) {
        response.headers().set(header.getKey(), header.getValue());
      }
    }
  }

  private static void end(
      Exchange exchange, HttpServerResponse response, Answer answer, int status) {
    Buffer body = answer.body();
    if (status == 304 || status == 204) {
      response.end();
    } else if (HttpMethod.HEAD.equals(exchange.request().method())) {
      response.headers().set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
      response.end();
    } else {
      response.end(body);
    }
  }

  private static boolean isUnchanged(Exchange exchange, Answer answer) {
    String tag = answer.status() == 200 ? answer.headers().get("etag") : null;
    if (tag == null) {
      return false;
    }
    String seen = exchange.request().headers().get(HttpHeaders.IF_NONE_MATCH);
    HttpMethod method = exchange.request().method();
    boolean reads = HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
    return seen != null && reads && ETags.matches(seen, tag);
  }

  private void finish(Exchange exchange, int status) {
    long nanos = metrics.count(exchange, status);
    log.write(exchange, status, nanos);
  }
}
