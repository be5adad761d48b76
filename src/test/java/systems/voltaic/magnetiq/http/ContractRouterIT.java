package systems.voltaic.magnetiq.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import systems.voltaic.magnetiq.json.Json;

final class ContractRouterIT {

  private static final String BOOKS = "/api/v1/books";
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void servesAnOperation() throws Exception {
    var answer = server.get(BOOKS + "?limit=5&sort=-title&tags=a,b&fresh=true");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(Json.parse(answer.body()).at("/query/tags").asText()).isEqualTo("a,b");
  }

  @Test
  void prefersALiteralSegmentToAParameter() throws Exception {
    assertThat(server.get(BOOKS + "/newest").body()).contains("newest");
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/http/queries.csv", delimiter = '|')
  void refusesQuery(String query, String pointer, String code) throws Exception {
    assertRefused(server.get(BOOKS + "?" + query), pointer, code);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/http/bodies.csv", delimiter = '|', quoteCharacter = '`')
  void refusesBody(String body, String pointer, String code) throws Exception {
    int before = server.shelf.effects.get();
    assertRefused(server.post(BOOKS, body), pointer, code);
    assertThat(server.shelf.effects).hasValue(before);
  }

  @Test
  void refusesABodyThatIsTooDeep() throws Exception {
    String body = "{\"title\":" + "[".repeat(65) + "]".repeat(65) + "}";
    assertRefused(server.post(BOOKS, body), "", "json");
  }

  @Test
  void refusesBytesThatAreNotUtf8() throws Exception {
    byte[] body = {'{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xC3, '"', '}'};
    var answer =
        server.send(
            server
                .to(BOOKS)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    assertRefused(answer, "", "utf8");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/nothing, 404, no-such-page",
    "GET, /api/v1/books/, 404, no-such-page",
    "GET, /api/v1/books//x, 404, no-such-page",
    "GET, /elsewhere, 404, no-such-page",
    "GET, /api/v1/books/0198f000-0000-7000-8000-00000000000f, 404, not-found",
    "GET, /api/v1/books/42, 400, invalid",
    "GET, /api/v1/books/%00, 400, malformed",
    "GET, /api/v1/books/%C3, 400, malformed",
    "DELETE, /api/v1/books, 405, method-not-allowed",
    "POST, /api/v1/books, 400, body-missing",
    "GET, /api/v1/failure, 500, internal"
  })
  void refuses(String method, String path, int status, String code) throws Exception {
    var answer = server.send(server.to(path).method(method, BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertProblem(answer, code);
    assertThat(answer.body()).doesNotContain("broken on purpose");
  }

  @Test
  void namesTheMethodsThatAreAllowed() throws Exception {
    var answer = server.send(server.to(BOOKS).DELETE());
    assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD, OPTIONS, POST");
    var options = server.send(server.to(BOOKS).method("OPTIONS", BodyPublishers.noBody()));
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("allow")).hasValue("GET, HEAD, OPTIONS, POST");
  }

  @Test
  void answersHeadWithoutABody() throws Exception {
    var answer = server.send(server.to(BOOKS).method("HEAD", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValueAsLong("content-length")).hasValue(12);
  }

  @Test
  void refusesABodyWhereNoneIsAllowed() throws Exception {
    var answer = server.send(server.to(BOOKS).method("GET", BodyPublishers.ofString("{}")));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertProblem(answer, "body-not-allowed");
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, 415",
    "application/xml, 415",
    "application/json;charset=latin1, 415",
    "application/json; charset=UTF-8, 201",
    "application/json, 201"
  })
  void knowsItsMediaTypes(String type, int status) throws Exception {
    var body = BodyPublishers.ofString("{\"title\":\"x\"}");
    var answer = server.send(server.to(BOOKS).header("content-type", type).POST(body));
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void refusesABodyThatIsTooLarge() throws Exception {
    String large = "{\"title\":\"" + "x".repeat(20_000) + "\"}";
    assertThat(server.post(BOOKS, large).statusCode()).isEqualTo(413);
    var chunks = BodyPublishers.fromPublisher(BodyPublishers.ofString(large));
    var answer =
        server.send(server.to(BOOKS).header("content-type", "application/json").POST(chunks));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertProblem(answer, "body-too-large");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"7\"', 200",
    "'*', 400",
    "'W/\"7\"', 400",
    "'\"7\", \"8\"', 400",
    "7, 400",
    "'', 428"
  })
  void wantsTheVersionThatWasRead(String version, int status) throws Exception {
    var request =
        server
            .to(BOOKS + "/" + Shelf.BOOK)
            .header("content-type", "application/json")
            .PUT(BodyPublishers.ofString("{\"title\":\"x\"}"));
    var answer = server.send(version.isEmpty() ? request : request.header("If-Match", version));
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void answersNotModifiedToWhoHasIt() throws Exception {
    var first = server.get(BOOKS + "/" + Shelf.BOOK);
    assertThat(first.headers().firstValue("etag")).hasValue("\"7\"");
    var again = server.send(server.to(BOOKS + "/" + Shelf.BOOK).header("If-None-Match", "W/\"7\""));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void speaksTheLanguageOfTheCaller() throws Exception {
    var answer = server.send(server.to(BOOKS + "?limit=0").header("Accept-Language", "de-AT,en"));
    JsonNode problem = Json.parse(answer.body());
    assertThat(problem.path("title").asText()).isEqualTo("Die Anfrage ist ungültig");
    assertThat(problem.at("/errors/0/message").asText()).isEqualTo("ist zu klein 1");
  }

  @Test
  void saysWhenToComeBack() throws Exception {
    server.shelf.failure = Shelf::busy;
    var answer = server.get("/api/v1/failure");
    server.shelf.failure = () -> io.vertx.core.Future.failedFuture("broken on purpose");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).hasValue("2");
  }

  @Test
  void limitsWhatARuleCounts() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(server.get("/api/v1/rare").statusCode()).isEqualTo(200);
    }
    var answer = server.get("/api/v1/rare");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValueAsLong("retry-after").orElseThrow()).isBetween(1L, 12L);
    assertThat(answer.headers().firstValue("x-ratelimit-remaining")).hasValue("0");
    assertThat(answer.headers().firstValue("ratelimit-policy")).hasValue("\"default\";q=5;w=60");
  }

  private static void assertRefused(HttpResponse<String> answer, String pointer, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode errors = Json.parse(answer.body()).path("errors");
    assertThat(StreamSupport.stream(errors.spliterator(), false))
        .as(answer.body())
        .anyMatch(
            error ->
                error.path("code").asText().equals(code)
                    && error.path("pointer").asText().equals(pointer == null ? "" : pointer));
  }

  private static void assertProblem(HttpResponse<String> answer, String code) {
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    JsonNode problem = Json.parse(answer.body());
    assertThat(problem.path("type").asText()).isEqualTo("http://shelf.test/docs/problems/" + code);
    assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
    assertThat(problem.path("requestId").asText())
        .isEqualTo(answer.headers().firstValue("x-request-id").orElseThrow());
  }
}
