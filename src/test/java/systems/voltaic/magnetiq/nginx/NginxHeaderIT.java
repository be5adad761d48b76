package systems.voltaic.magnetiq.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Program;

/** Which request headers reach the application, and that none can bend a neighbour's request. */
@Needs(Program.NGINX)
class NginxHeaderIT {
  private static final Set<String> OWN =
      Set.of(
          "host",
          "content-length",
          "x-request-id",
          "x-forwarded-for",
          "x-forwarded-proto",
          "x-forwarded-host");
  private static final List<String> ALLOWED =
      List.of(
          "Accept",
          "Accept-Encoding",
          "Accept-Language",
          "Access-Control-Request-Headers",
          "Access-Control-Request-Method",
          "Authorization",
          "Content-Type",
          "Cookie",
          "Idempotency-Key",
          "If-Match",
          "If-Modified-Since",
          "If-None-Match",
          "If-Range",
          "If-Unmodified-Since",
          "Origin",
          "Range",
          "Referer",
          "Sec-Fetch-Dest",
          "Sec-Fetch-Mode",
          "Sec-Fetch-Site",
          "Sec-Fetch-User",
          "Stripe-Signature",
          "Tus-Resumable",
          "Upload-Length",
          "Upload-Metadata",
          "Upload-Offset",
          "User-Agent",
          "X-Background",
          "X-CSRF-Token",
          "traceparent",
          "tracestate");
  private static final List<String> OTHERS =
      List.of(
          "Content-Xength",
          "Expect-CT",
          "Forwarded",
          "Front-End-Https",
          "Keep-Alive",
          "Proxy",
          "TE",
          "Trailer",
          "Via",
          "X-Accel-Redirect",
          "X-Forwarded-Port",
          "X-Forwarded-Server",
          "X-HTTP-Method-Override",
          "X-Original-URL",
          "X-Real-IP",
          "X-Rewrite-URL",
          "Upgrade");

  @TempDir static Path folder;
  private static Edge edge;

  @BeforeAll
  static void start() {
    edge = Edge.start(folder, Edge.UNLIMITED);
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @Test
  void passesEveryHeaderOfTheListAndNoOther() {
    edge.send("POST", "/api/v1/leads", lines(ALLOWED) + lines(OTHERS), "body");

    var received = edge.backend().last();
    assertThat(ALLOWED).allSatisfy(name -> assertThat(received.header(name)).contains("v-" + name));
    var expected = new TreeSet<>(OWN);
    ALLOWED.forEach(name -> expected.add(name.toLowerCase(Locale.ROOT)));
    assertThat(received.headers().keySet()).isEqualTo(expected);
    assertThat(received.body()).isEqualTo("body");
  }

  @Test
  void leavesConditionsAndRangesToTheCacheWhereItAnswers() {
    edge.send("GET", "/de", lines(List.of("If-None-Match", "If-Range", "Range")), "");

    assertThat(edge.backend().last().headers().keySet()).isEqualTo(without("content-length"));
  }

  @Test
  void saysWhoAsksWhateverTheVisitorClaims() {
    edge.send("GET", "/", "X-Forwarded-For: 10.0.0.1\r\nX-Forwarded-Proto: http\r\n", "");

    assertThat(edge.backend().last().header("X-Forwarded-For")).contains("127.0.0.1");
    assertThat(edge.backend().last().header("X-Forwarded-Proto")).contains("https");
  }

  @Test
  void keepsAGoodRequestIdAndReplacesABadOne() {
    var kept = edge.send("GET", "/a", "X-Request-ID: good-one.1234\r\n", "");
    assertThat(kept.header("X-Request-ID")).contains("good-one.1234");
    assertThat(edge.backend().last().header("X-Request-ID")).contains("good-one.1234");

    for (var bad : List.of("short", "has space in it", "quote\"quote\"", "x".repeat(65))) {
      var replaced = edge.send("GET", "/b", "X-Request-ID: " + bad + "\r\n", "");
      assertThat(replaced.header("X-Request-ID").orElseThrow()).matches("[0-9a-f]{32}");
      assertThat(edge.backend().last().header("X-Request-ID"))
          .isEqualTo(replaced.header("X-Request-ID"));
    }
  }

  @Test
  void letsNoMutantOfAFramingHeaderTouchANeighbour() {
    var connections = edge.backend().connections();
    var mutants = HeaderMutants.of(60);
    for (var mutant : mutants) {
      var before = edge.backend().requests().size();
      attack(mutant);
      var neighbour = edge.send("POST", "/api/v1/neighbour", "Idempotency-Key: mine\r\n", "own");

      assertThat(neighbour.status()).as(mutant).isEqualTo(200);
      var seen = edge.backend().requests().subList(before, edge.backend().requests().size());
      assertThat(edge.backend().last().body()).as(mutant).isEqualTo("own");
      assertThat(edge.backend().last().line()).isEqualTo("POST /api/v1/neighbour HTTP/1.1");
      assertThat(seen).allSatisfy(r -> assertThat(allowedOnly(r.headers().keySet())).isTrue());
      assertThat(seen).noneMatch(request -> request.line().contains("smuggled"));
    }
    assertThat(mutants).hasSize(60);
    assertThat(edge.backend().connections() - connections).as("shared connections").isLessThan(5);
  }

  /** A body of five bytes whose mutant claims more, so that a believer eats what comes next. */
  private static void attack(String mutant) {
    var value = mutant.charAt(0) == 'T' || mutant.contains("coding") ? "chunked" : "64";
    var smuggled = "0\r\n\r\nGET /smuggled HTTP/1.1\r\nX: ";
    try (var socket = edge.connect()) {
      socket.send(Edge.request("POST", "/api/v1/a", mutant + ": " + value + "\r\n", smuggled));
      assertThat(socket.answer(Edge.SOON).status()).as(mutant).isIn(200, 400);
    }
  }

  private static boolean allowedOnly(Set<String> names) {
    var allowed = ALLOWED.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    allowed.addAll(OWN);
    return allowed.containsAll(names);
  }

  private static Set<String> without(String name) {
    return OWN.stream().filter(own -> !own.equals(name)).collect(Collectors.toSet());
  }

  private static String lines(List<String> names) {
    return names.stream().map(n -> n + ": v-" + n + "\r\n").collect(Collectors.joining());
  }
}
