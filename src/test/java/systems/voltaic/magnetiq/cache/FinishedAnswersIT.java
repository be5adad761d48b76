package systems.voltaic.magnetiq.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import systems.voltaic.magnetiq.redis.RedisServer;

class FinishedAnswersIT {

  private static final Policy HOUR = Policy.of(Duration.ofHours(1));
  private static final String LONG = "a page with much to say. ".repeat(100);
  private static final Instant MAY = Instant.parse("2026-05-01T12:00:00Z");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static RedisServer redis;
  private static CachingInstance instance;
  private static HttpServer server;

  @BeforeAll
  static void serve() {
    redis = new RedisServer();
    instance = new CachingInstance(redis, Clock.systemUTC());
    var finished =
        new FinishedAnswers(instance.cache)
            .on("/page", HOUR, List.of("page"), values -> page())
            .on("/events/{slug}", HOUR, List.of("events"), CachingInstance::text)
            .on("/broken", HOUR, List.of(), values -> Future.failedFuture("broken"));
    server = instance.vertx.createHttpServer().requestHandler(r -> answer(finished, r));
    server.listen(0, "127.0.0.1").await();
  }

  @AfterAll
  static void close() {
    server.close().await();
    instance.close();
    redis.close();
  }

  @Test
  void carriesReadyHeaders() {
    var answer = get("/page");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(LONG);
    assertThat(header(answer, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(answer, "last-modified")).isEqualTo("Fri, 01 May 2026 12:00:00 GMT");
    assertThat(header(answer, "vary")).isEqualTo("accept-encoding");
    assertThat(header(answer, "content-security-policy")).isEqualTo("default-src 'self'");
    assertThat(header(answer, "cache-control")).startsWith("public, max-age=0, s-maxage=1,");
    assertThat(header(answer, "x-request-id")).isEqualTo("from the kernel");
    assertThat(header(answer, "content-encoding")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'gzip, br', br, -br", "gzip, gzip, -gz"})
  void givesTheEncodingThatWasAskedFor(String accepted, String encoding, String suffix) {
    var answer = get("/page", "accept-encoding", accepted);

    assertThat(header(answer, "content-encoding")).isEqualTo(encoding);
    assertThat(header(answer, "etag")).endsWith(suffix + "\"");
    assertThat(Integer.parseInt(header(answer, "content-length"))).isLessThan(200);
  }

  @Test
  void doesNotRepeatWhatTheVisitorHas() {
    String etag = header(get("/page"), "etag");

    for (String tags : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
      var answer = get("/page", "if-none-match", tags);
      assertThat(answer.statusCode()).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(header(answer, "etag")).isEqualTo(etag);
    }
    assertThat(get("/page", "if-none-match", "\"other\"").statusCode()).isEqualTo(200);
    var gzipped = get("/page", "if-none-match", etag, "accept-encoding", "gzip");
    assertThat(gzipped.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'Fri, 1 May 2026 12:00:00 GMT', 304",
    "'Fri, 01 May 2026 12:00:00 GMT', 304",
    "'Sat, 02 May 2026 12:00:00 GMT', 304",
    "'Fri, 01 May 2026 11:59:59 GMT', 200",
    "yesterday, 200"
  })
  void comparesDates(String since, int status) {
    assertThat(get("/page", "if-modified-since", since).statusCode()).isEqualTo(status);
  }

  @Test
  void aTagOutweighsADate() {
    var answer =
        get(
            "/page",
            "if-none-match",
            "\"other\"",
            "if-modified-since",
            "Sat, 02 May 2026 12:00:00 GMT");

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void answersHeadWithoutABody() {
    var answer = send(request("/page").method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "content-length")).isEqualTo("" + LONG.length());
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void takesParametersFromThePath() {
    assertThat(get("/events/spring-2030").body()).isEqualTo("[spring-2030]");
    assertThat(get("/events/autumn").body()).isEqualTo("[autumn]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/page?x=1", "/page/", "/Page", "/events/", "/events/a/b", "/events/%2e%2e"})
  void leavesTheRestToTheRouter(String path) {
    assertThat(get(path).body()).isEqualTo("the router");
  }

  @Test
  void leavesWritesToTheRouter() {
    var post = request("/page").POST(HttpRequest.BodyPublishers.noBody());

    assertThat(send(post).body()).isEqualTo("the router");
  }

  @Test
  void failuresAreTheKernels() {
    assertThat(get("/broken").statusCode()).isEqualTo(503);
  }

  private static Future<Original> page() {
    return Future.succeededFuture(
        Original.html(Buffer.buffer(LONG))
            .modified(MAY)
            .with("content-security-policy", "default-src 'self'"));
  }

  private static void answer(FinishedAnswers finished, HttpServerRequest request) {
    var match = finished.find(request);
    if (match == null) {
      request.response().end("the router");
    } else {
      finished.answer(match, request, new Kernel(request));
    }
  }

  private static HttpResponse<String> get(String path, String... headers) {
    var request = request(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private record Kernel(HttpServerRequest request) implements Visit {
    @Override
    public boolean begin(MultiMap headers) {
      headers.set("x-request-id", "from the kernel");
      if (!headers.contains("content-security-policy")) {
        headers.set("content-security-policy", "the kernel's");
      }
      return true;
    }

    @Override
    public void end(int status) {}

    @Override
    public void fail(Throwable reason) {
      request.response().setStatusCode(503).end();
    }
  }
}
