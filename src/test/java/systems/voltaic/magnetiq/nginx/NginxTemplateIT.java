package systems.voltaic.magnetiq.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.NginxProcess;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.RawBackend;
import systems.voltaic.magnetiq.testkit.RawSocket;
import systems.voltaic.magnetiq.testkit.RawSocket.Answer;
import systems.voltaic.magnetiq.testkit.SelfSigned;

@Needs(Program.NGINX)
class NginxTemplateIT {
  @TempDir static Path folder;
  private static Edge edge;

  @BeforeAll
  static void start() {
    edge = Edge.start(folder, Edge.UNLIMITED, NginxTemplateIT::answer);
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod.conf.template", "dev.conf.template"})
  void isValid(String template, @TempDir Path scratch) {
    assertThat(NginxProcess.check(template, scratch, Edge.upstreams(8036))).isEmpty();
  }

  @Test
  void speaksHttp2AndSaysToComeBackByTls() throws Exception {
    var client = HttpClient.newBuilder().sslContext(SelfSigned.certificate().context()).build();
    var home = URI.create("https://localhost:" + edge.nginx().httpsPort() + "/");

    var answer = client.send(HttpRequest.newBuilder(home).build(), BodyHandlers.ofString());

    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(answer.headers().allValues("Strict-Transport-Security"))
        .containsExactly("max-age=31536000");
  }

  @Test
  void sendsPlainVisitorsToTls() {
    var answer = plain("GET /de/kontakt?a=b HTTP/1.1\r\nHost: example.test\r\n\r\n");

    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.header("Location")).contains("https://example.test/de/kontakt?a=b");
  }

  @Test
  void answersTheCertificateAuthority() throws IOException {
    var challenge = folder.resolve("acme/.well-known/acme-challenge/abc");
    Files.createDirectories(challenge.getParent());
    Files.writeString(challenge, "proof");

    var answer =
        plain("GET /.well-known/acme-challenge/abc HTTP/1.1\r\nHost: example.test\r\n\r\n");

    assertThat(answer.body()).isEqualTo("proof");
  }

  @Test
  void hasNothingForNamesThatAreNotOurs() {
    assertThat(plain("GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n").status()).isEqualTo(421);
    try (var socket = edge.connect()) {
      var answer = socket.send("GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n").answer(Edge.SOON);
      assertThat(answer.status()).isEqualTo(421);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metrics",
        "/metrics/",
        "//metrics",
        "/Metrics",
        "/%6detrics",
        "/x/../metrics",
        "/metrics?x",
        "/health/detailed",
        "/health//detailed/",
        "/api/v1/health/detailed",
        "/api/v1/health/%64etailed",
        "/api/v1/./health/detailed"
      })
  void hidesWhatIsTheOperatorsAlone(String path) {
    var before = edge.backend().requests().size();
    var answer = edge.get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(edge.backend().requests()).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/ready", "/health/startup", "/api/v1/health"})
  void showsWhatIsForEveryone(String path) {
    assertThat(edge.get(path).status()).isEqualTo(200);
  }

  @Test
  void takesLargeBodiesOnUploadRoutesOnly() {
    var large = "x".repeat(1_500_000);

    assertThat(edge.send("POST", "/api/v1/admin/media", "", large).body()).isEqualTo("ok");
    var refused = edge.send("POST", "/api/v1/leads", "", large);

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.body()).contains("\"title\":\"The body is too large\",\"status\":413");
  }

  @Test
  void passesAWebSocketThrough() {
    try (var socket = edge.connect()) {
      var upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n";
      socket.send(Edge.request("GET", "/ws?ticket=1", upgrade, ""));

      assertThat(socket.answer(Edge.SOON).status()).isEqualTo(101);
      assertThat(socket.read(5, Edge.SOON)).isEqualTo("frame");
    }
    assertThat(edge.backend().last().header("Upgrade")).contains("websocket");
    assertThat(edge.backend().last().header("Sec-WebSocket-Version")).contains("13");
  }

  @Test
  void logsOneObjectALineWithoutAddressOrQuery() {
    edge.get("/logged?token=secret");

    var line = edge.nginx().accessLog().stream().filter(l -> l.contains("/logged")).findFirst();
    assertThat(new JsonObject(line.orElseThrow()).getMap())
        .containsEntry("client", "127.0.0.0")
        .containsEntry("path", "/logged")
        .containsEntry("status", 200);
    assertThat(line.orElseThrow()).doesNotContain("secret").doesNotContain("127.0.0.1\"");
  }

  private static String answer(RawBackend.Request request) {
    return request.line().startsWith("GET /ws")
        ? "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\nframe"
        : RawBackend.ok("Strict-Transport-Security: max-age=1\r\n", "ok");
  }

  private static Answer plain(String request) {
    try (var socket = RawSocket.to(edge.nginx().httpPort())) {
      return socket.send(request).answer(Edge.SOON);
    }
  }
}
