package systems.voltaic.magnetiq.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import systems.voltaic.magnetiq.testkit.RawSocket;

/** Which pages of others may read an answer, and which names are answered at all. */
class OriginsAndHostsIT {

  private static final Duration SOON = Duration.ofSeconds(5);

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/http/origins.csv", delimiter = '|')
  void letsOnlyListedPagesRead(String what, String origin, String method, boolean may) {
    String asks = method.equals("OPTIONS") ? "\r\nAccess-Control-Request-Method: POST" : "";
    var answer = ask(method, "www.example.test", "\r\nOrigin: " + origin + asks);

    assertThat(answer.header("access-control-allow-origin"))
        .isEqualTo(may ? Optional.of(origin) : Optional.empty());
    assertThat(answer.header("access-control-allow-credentials").isPresent()).isEqualTo(may);
    assertThat(answer.status()).isEqualTo(asks.isEmpty() ? 200 : may ? 204 : 403);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/http/hosts.csv", delimiter = '|')
  void answersToItsOwnNamesOnly(String what, String host, int status) {
    assertThat(ask("GET", host == null ? "" : host, "").status()).isEqualTo(status);
  }

  private static RawSocket.Answer ask(String method, String host, String more) {
    try (var server = TestServer.start(config -> production());
        var socket = RawSocket.to(server.port)) {
      String head = "%s /api/v1/books HTTP/1.1\r\nHost: %s%s\r\n\r\n";
      return socket.send(head.formatted(method, host, more)).answer(SOON);
    }
  }

  private static HttpConfig production() {
    return new HttpConfig(
        "127.0.0.1",
        0,
        URI.create("https://www.example.test"),
        false,
        List.of("api.example.test"),
        List.of("https://app.example", "https://admin.example:8443"),
        List.of(),
        List.of(),
        1_000_000,
        true,
        false,
        EnumSet.allOf(Surface.class),
        Optional.empty(),
        Optional.empty());
  }
}
