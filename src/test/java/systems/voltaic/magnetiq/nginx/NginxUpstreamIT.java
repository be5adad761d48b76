package systems.voltaic.magnetiq.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.RawBackend;

/** Limits per client, and what happens when an instance fails or is replaced. */
@Needs(Program.NGINX)
class NginxUpstreamIT {
  @TempDir Path folder;

  @Test
  void triesAnotherInstanceForReadsAndNeverForWrites() {
    try (var cutting = RawBackend.answering(request -> "");
        var edge = Edge.start(folder, Edge.UNLIMITED)) {
      edge.nginx().reload(Edge.upstreams(cutting.port(), edge.backend().port()));

      for (var i = 0; i < 6; i++) {
        assertThat(edge.get("/api/v1/read/" + i).status()).isEqualTo(200);
      }
      assertThat(cutting.requests()).isNotEmpty();

      edge.nginx().reload(Edge.upstreams(cutting.port(), edge.backend().port()));
      var statuses = new HashMap<Integer, Integer>();
      for (var i = 0; i < 6; i++) {
        var answer = edge.send("POST", "/api/v1/write/" + i, "", "body");
        statuses.merge(answer.status(), 1, Integer::sum);
        assertThat(writes(cutting, i) + writes(edge.backend(), i)).isEqualTo(1);
      }
      assertThat(statuses.keySet()).containsExactlyInAnyOrder(200, 503);
    }
  }

  @Test
  void losesNoRequestWhileAnInstanceIsReplaced() {
    try (var successor = RawBackend.answering(request -> RawBackend.ok("", "new"));
        var edge = Edge.start(folder, Edge.UNLIMITED)) {
      var stop = new AtomicBoolean();
      var served = new AtomicInteger();
      var visitors =
          CompletableFuture.runAsync(
              () -> visit(edge, stop, served), task -> new Thread(task, "visitors").start());
      Eventually.that("visitors", () -> served.get() > 20);

      edge.nginx().reload(Edge.upstreams(successor.port()));
      edge.backend().close();
      var switched = served.get();
      Eventually.that("more", () -> served.get() > switched + 20 || visitors.isDone());
      stop.set(true);

      visitors.join();
      assertThat(successor.requests()).hasSizeGreaterThan(20);
    }
  }

  @Test
  void limitsTheApiAndLoginsPerClient() {
    try (var edge = Edge.start(folder, Map.of())) {
      var answers = burst(edge, "/api/v1/pages", "", 40);
      assertThat(answers.get(200)).isBetween(21, 30);
      assertThat(answers.keySet()).containsExactlyInAnyOrder(200, 429);
      var logins = burst(edge, "/api/v1/auth/login", "", 12);
      assertThat(logins.get(200)).isBetween(6, 8);
      assertThat(burst(edge, "/health", "", 60)).containsOnlyKeys(200);

      var refused = edge.get("/api/v1/auth/login");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Content-Type")).contains("application/problem+json");
      assertThat(refused.header("Retry-After")).contains("1");
      assertThat(refused.body()).contains("\"title\":\"Too many requests\",\"status\":429");
    }
  }

  @Test
  void countsAnIpv6NetworkAsOneClient() {
    var trusted = Map.of("REAL_IP", "set_real_ip_from 127.0.0.1; real_ip_header X-Forwarded-For;");
    try (var edge = Edge.start(folder, trusted)) {
      var login = "/api/v1/auth/login";
      assertThat(burst(edge, login, from("2001:db8:1:2::1"), 6)).containsOnlyKeys(200);

      assertThat(burst(edge, login, from("2001:db8:1:2:ffff::9"), 3)).containsKey(429);
      assertThat(burst(edge, login, from("2001:db8:1:3::1"), 6)).containsOnlyKeys(200);
      assertThat(burst(edge, login, from("192.0.2.1"), 6)).containsOnlyKeys(200);
      assertThat(burst(edge, login, from("192.0.2.2"), 6)).containsOnlyKeys(200);
    }
  }

  @Test
  void leavesTheApplicationsOwnRefusalsAsTheyAre() {
    var own = "HTTP/1.1 429 No\r\nRetry-After: 42\r\nContent-Length: 3\r\n\r\nown";
    try (var edge = Edge.start(folder, Edge.UNLIMITED, request -> own)) {
      var answer = edge.get("/api/v1/pages");

      assertThat(answer.body()).isEqualTo("own");
      assertThat(answer.head()).containsOnlyOnce("Retry-After").contains("Retry-After: 42");
    }
  }

  private static String from(String address) {
    return "X-Forwarded-For: " + address + "\r\n";
  }

  private static long writes(RawBackend backend, int which) {
    var line = "POST /api/v1/write/" + which + " HTTP/1.1";
    return backend.requests().stream().filter(request -> request.line().equals(line)).count();
  }

  private static void visit(Edge edge, AtomicBoolean stop, AtomicInteger served) {
    while (!stop.get()) {
      for (var method : List.of("GET", "POST")) {
        assertThat(edge.send(method, "/api/v1/visit", "", "x").status()).isEqualTo(200);
        served.incrementAndGet();
      }
    }
  }

  private static Map<Integer, Integer> burst(Edge edge, String path, String headers, int times) {
    var statuses = new HashMap<Integer, Integer>();
    try (var socket = edge.connect()) {
      for (var i = 0; i < times; i++) {
        socket.send(Edge.request("GET", path, headers, ""));
        statuses.merge(socket.answer(Edge.SOON).status(), 1, Integer::sum);
      }
    }
    return statuses;
  }
}
