package systems.voltaic.magnetiq.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Needs({Program.CHROMIUM, Program.NODE})
class BrowserIT {
  private static final String POLICY = "default-src 'self'; script-src 'self'";

  private HttpServer server;
  private volatile String html = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void seesWhatIsWrongWithAPage() {
    html = "<html><body><img src=/x.png><script>document.title = 'inline'</script></body></html>";
    try (var browser = Browser.launch()) {
      var page = browser.page();
      page.navigate(address());
      Eventually.that(
          "the report", () -> page.title() != null && !browser.cspViolations().isEmpty());

      assertThat(page.title()).isEmpty();
      assertThat(browser.cspViolations()).containsExactly("error: CSP: script-src-elem inline");
      assertThat(browser.complaints()).isNotEmpty();
      assertThat(browser.seriousAxe(page)).anyMatch(fault -> fault.contains("image-alt"));
    }
  }

  @Test
  void findsNothingOnAPageThatIsWell() {
    html =
        "<!doctype html><html lang=en><head><title>Well</title></head>"
            + "<body><main><h1>All is well</h1></main></body></html>";
    try (var browser = Browser.launch()) {
      var page = browser.page();
      page.navigate(address());

      assertThat(page.locator("h1").textContent()).isEqualTo("All is well");
      assertThat(browser.axe(page)).isEmpty();
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.cspViolations()).isEmpty();
    }
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    var bytes = html.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
