package systems.voltaic.magnetiq.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.RawBackend;

@Needs(Program.NGINX)
class NginxCacheIT {
  private static final String PUBLIC = "Cache-Control: public, max-age=0, s-maxage=1\r\n";
  // As the application says it: of a page, and of the site while it is closed.
  private static final String PAGE =
      """
      Cache-Control: public, max-age=0, s-maxage=1, stale-while-revalidate=30\r
      X-Accel-Expires: @now\r
      """;
  private static final String CLOSED =
      """
      Cache-Control: public, max-age=0, s-maxage=1, must-revalidate\r
      X-Accel-Expires: @now\r
      """;

  @TempDir Path folder;
  private final AtomicInteger version = new AtomicInteger();
  private final AtomicBoolean broken = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile String lifetime = "Cache-Control: public, s-maxage=60\r\n";
  private volatile CountDownLatch together = new CountDownLatch(0);
  private Edge edge;

  @BeforeEach
  void start() {
    edge = Edge.start(folder, Edge.UNLIMITED, this::answer);
  }

  @AfterEach
  void stop() {
    edge.close();
  }

  @Test
  void answersAPublicPageFromTheCache() {
    assertThat(edge.get("/de").body()).isEqualTo("v1");
    assertThat(edge.get("/de").body()).isEqualTo("v1");
    assertThat(edge.get("/en").body()).isEqualTo("v2");

    var fresh = edge.send("GET", "/de", "If-None-Match: \"tag\"\r\n", "");
    assertThat(fresh.status()).isEqualTo(304);
    assertThat(edge.backend().requests()).hasSize(2);
  }

  @Test
  void givesEveryAnswerItsOwnRequestId() {
    var first = edge.get("/de").header("X-Request-ID");
    var second = edge.get("/de").header("X-Request-ID");

    assertThat(first).isPresent().isNotEqualTo(second);
  }

  @Test
  void neverMixesCallersWhoShowWhoTheyAre() {
    var ann = "Authorization: Bearer ann\r\n";

    assertThat(edge.send("GET", "/api/v1/pages", ann, "").body()).isEqualTo("v1");
    assertThat(edge.get("/api/v1/pages").body()).isEqualTo("v2");
    assertThat(edge.send("GET", "/api/v1/pages", ann, "").body()).isEqualTo("v3");
    assertThat(edge.get("/api/v1/pages").body()).isEqualTo("v2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/preview/abc",
        "/api/v1/previews/abc",
        "/api/v1/consultants/ann/slots",
        "/api/v1/webinars/one/seats",
        "/self-service/abc",
        "/join/abc",
        "/health",
        "/ws"
      })
  void neverCachesWhatMustBeFresh(String path) {
    assertThat(edge.get(path).body()).isEqualTo("v1");
    assertThat(edge.get(path).body()).isEqualTo("v2");
  }

  @Test
  void cachesNothingTheApplicationKeepsPrivate() {
    lifetime = "Cache-Control: no-store\r\n";

    assertThat(edge.get("/api/v1/pages").body()).isEqualTo("v1");
    assertThat(edge.get("/api/v1/pages").body()).isEqualTo("v2");
  }

  /** The application answers everybody who waits for one page at once; here they would queue. */
  @ParameterizedTest
  @ValueSource(strings = {"no-store", "public, s-maxage=60"})
  void letsNobodyWaitForTheAnswerOfAnother(String control) {
    lifetime = "Cache-Control: " + control + "\r\n";
    together = new CountDownLatch(2);

    try (var one = edge.connect();
        var other = edge.connect()) {
      one.send(Edge.request("GET", "/de", "", ""));
      other.send(Edge.request("GET", "/de", "", ""));
      assertThat(one.answer(Edge.SOON).body()).startsWith("v");
      assertThat(other.answer(Edge.SOON).body()).startsWith("v");
    }
    assertThat(edge.backend().requests()).hasSize(2);
  }

  @Test
  void showsAnEditAfterTheLifetime() {
    lifetime = PUBLIC;
    assertThat(edge.get("/de").body()).isEqualTo("v1");

    Eventually.that("the edit", () -> edge.get("/de").body().equals("v2"));
  }

  @Test
  void showsAnEditWithinTheSecondTheApplicationNames() {
    lifetime = PAGE;
    var first = edge.get("/de");
    assertThat(first.body()).isEqualTo("v1");
    assertThat(first.header("X-Accel-Expires")).isEmpty();

    assertThat(edge.get("/de").body()).isEqualTo("v1");
    Eventually.that("the edit", () -> edge.get("/de").body().equals("v2"));
  }

  @Test
  void keepsNoAnswerThatIsAlreadyOld() {
    lifetime = "X-Accel-Expires: 0\r\n" + PUBLIC;

    assertThat(edge.get("/de").body()).isEqualTo("v1");
    assertThat(edge.get("/de").body()).isEqualTo("v2");
  }

  @Test
  void keepsServingThePageWhenTheApplicationIsBroken() {
    lifetime = PUBLIC;
    edge.get("/de");
    broken.set(true);

    Eventually.that("a stale answer", () -> isStale("/de"));
    edge.backend().close();
    Eventually.that("a stale answer without any upstream", () -> isStale("/de"));

    var unknown = edge.get("/never-seen");
    assertThat(unknown.status()).isEqualTo(503);
    assertThat(unknown.header("Content-Type")).contains("text/html");
    assertThat(unknown.header("Retry-After")).contains("5");
    assertThat(edge.get("/api/v1/never").body()).contains("\"status\":503");
  }

  @Test
  void isClosedDuringMaintenanceAndOpenAfterwards() {
    lifetime = PAGE;
    edge.get("/de");
    closed.set(true);

    Eventually.that("the closed site", () -> edge.get("/de").status() == 503);
    assertThat(edge.get("/de").body()).isEqualTo("closed");
    closed.set(false);
    Eventually.that("the page", () -> edge.get("/de").body().startsWith("v"));
  }

  @Test
  void showsStaffTheClosedPageAndNobodyElse() {
    lifetime = PAGE;
    var staff = "Cookie: theme=dark; __Host-magnetiq=made.up\r\n";
    assertThat(edge.get("/de").body()).isEqualTo("v1");

    assertThat(edge.send("GET", "/de", staff, "").body()).isEqualTo("v2");
    assertThat(edge.send("GET", "/de", staff, "").body()).isEqualTo("v3");
    closed.set(true);
    Eventually.that("the closed site", () -> edge.get("/de").status() == 503);
    closed.set(false);
    assertThat(edge.send("GET", "/en", staff, "").status()).isEqualTo(200);
    closed.set(true);
    assertThat(edge.get("/en").status()).isEqualTo(503);
  }

  private boolean isStale(String path) {
    assertThat(edge.get(path).body()).isEqualTo("v1");
    var log = edge.nginx().accessLog();
    return log.get(log.size() - 1).contains("\"cache\":\"STALE\"");
  }

  private String answer(RawBackend.Request request) {
    if (!met()) {
      return "";
    }
    if (broken.get()) {
      return "HTTP/1.1 500 Broken\r\nContent-Length: 0\r\n\r\n";
    }
    if (closed.get()) {
      return "HTTP/1.1 503 Closed\r\nContent-Length: 6\r\n" + now(CLOSED) + "\r\nclosed";
    }
    return RawBackend.ok(now(lifetime) + "ETag: \"tag\"\r\n", "v" + version.incrementAndGet());
  }

  private boolean met() {
    together.countDown();
    try {
      return together.await(2, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String now(String headers) {
    return headers.replace("@now", "@" + Instant.now().getEpochSecond());
  }
}
