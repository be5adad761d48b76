package systems.voltaic.magnetiq.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systems.voltaic.magnetiq.testkit.RawSocket;

final class EdgeIT {

  private static final Duration SOON = Duration.ofSeconds(5);

  private TestServer server;

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LOCALHOST:1234, 200",
    "books.example.com, 200",
    "shelf.test, 200",
    "evil.example, 421",
    "books.example.com.evil.example, 421",
    "localhost@evil.example, 400"
  })
  void answersOnlyToItsNames(String host, int status) {
    server = TestServer.start();
    assertThat(ask("Host: " + host).status()).isEqualTo(status);
  }

  @Test
  void needsAName() {
    server = TestServer.start();
    assertThat(ask("X: y").status()).isEqualTo(400);
  }

  @Test
  void answersToLoopbackNamesOnlyInDevelopment() {
    server = TestServer.start(changed(List.of(), EnumSet.allOf(Surface.class), false));
    assertThat(ask("Host: localhost").status()).isEqualTo(421);
  }

  @Test
  void keepsAProperRequestIdAndReplacesAnother() {
    server = TestServer.start();
    var kept = ask("Host: localhost\r\nX-Request-ID: abc-DEF_1.2");
    assertThat(kept.header("x-request-id")).hasValue("abc-DEF_1.2");
    var replaced = ask("Host: localhost\r\nX-Request-ID: no spaces please");
    assertThat(replaced.header("x-request-id").orElseThrow()).hasSize(36);
  }

  @Test
  void sendsTheSecurityHeaders() {
    server = TestServer.start();
    var answer = ask("Host: localhost");
    assertThat(answer.header("x-content-type-options")).hasValue("nosniff");
    assertThat(answer.header("content-security-policy"))
        .hasValue("default-src 'none'; frame-ancestors 'none'");
    assertThat(answer.header("server")).isEmpty();
    assertThat(answer.header("strict-transport-security")).isEmpty();
  }

  @Test
  void letsOnlyNamedOriginsCall() {
    server = TestServer.start();
    var named = ask("Host: localhost\r\nOrigin: https://pages.example.com");
    assertThat(named.header("access-control-allow-origin")).hasValue("https://pages.example.com");
    assertThat(named.header("vary")).hasValue("Origin");
    var other = ask("Host: localhost\r\nOrigin: https://evil.example");
    assertThat(other.header("access-control-allow-origin")).isEmpty();
    assertThat(preflight("https://pages.example.com").status()).isEqualTo(204);
    assertThat(preflight("https://evil.example").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X: y | 200",
        "X-Forwarded-For: 127.0.0.1 | 401",
        "Forwarded: for=127.0.0.1 | 401",
        "X-Real-IP: 127.0.0.1 | 401",
        "Origin: https://evil.example | 401",
        "Sec-Fetch-Site: cross-site | 401",
        "Sec-Fetch-Site: same-origin | 200"
      })
  void isOpenToTheOperatorOnThisMachineOnly(String header, int status) {
    server = TestServer.start();
    assertThat(staff(header).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X: y | 401",
        "X-Forwarded-For: 203.0.113.9 | 401",
        "X-Forwarded-For: 127.0.0.1, 203.0.113.9 | 401",
        "X-Forwarded-For: 203.0.113.9, 10.1.2.3 | 200",
        "X-Forwarded-For: nonsense | 401"
      })
  void believesATrustedProxy(String header, int status) {
    server = TestServer.start(changed(List.of("127.0.0.0/8"), EnumSet.allOf(Surface.class), true));
    assertThat(staff(header).status()).isEqualTo(status);
  }

  @Test
  void refusesAStrangerBeforeItReadsTheBody() {
    server = TestServer.start();
    var answer =
        RawSocket.to(server.port)
            .send(
                """
                POST /api/v1/staff HTTP/1.1\r
                Host: localhost\r
                X-Forwarded-For: 1.2.3.4\r
                Content-Type: application/json\r
                Content-Length: 500\r
                \r
                """)
            .answer(SOON);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("www-authenticate")).hasValue("Bearer");
  }

  @Test
  void hidesASurfaceThatIsOff() {
    server = TestServer.start(changed(List.of(), EnumSet.of(Surface.PUBLIC), true));
    assertThat(staff("X: y").status()).isEqualTo(404);
    assertThat(ask("Host: localhost").status()).isEqualTo(200);
  }

  @Test
  void tellsItsClientsToLeaveWhileItDrains() {
    server = TestServer.start();
    assertThat(ask("Host: localhost").header("connection")).isEmpty();
    server.front.drain();
    assertThat(ask("Host: localhost").header("connection")).hasValue("close");
  }

  private RawSocket.Answer ask(String headers) {
    return send("GET /api/v1/books HTTP/1.1\r\n" + headers);
  }

  private RawSocket.Answer staff(String header) {
    return send("GET /api/v1/staff HTTP/1.1\r\nHost: localhost\r\n" + header);
  }

  private RawSocket.Answer preflight(String origin) {
    return send(
        "OPTIONS /api/v1/books HTTP/1.1\r\nHost: localhost\r\nOrigin: "
            + origin
            + "\r\nAccess-Control-Request-Method: POST");
  }

  private RawSocket.Answer send(String head) {
    try (var socket = RawSocket.to(server.port)) {
      return socket.send(head + "\r\n\r\n").answer(SOON);
    }
  }

  private static UnaryOperator<HttpConfig> changed(
      List<String> proxies, EnumSet<Surface> surfaces, boolean development) {
    return config ->
        new HttpConfig(
            config.host(),
            config.port(),
            config.baseUrl(),
            development,
            config.allowedHosts(),
            config.corsOrigins(),
            proxies,
            List.of("10.0.0.0/8"),
            config.maxRequestSize(),
            config.securityHeaders(),
            config.requestLogging(),
            surfaces,
            config.tlsCertificate(),
            config.tlsKey());
  }
}
