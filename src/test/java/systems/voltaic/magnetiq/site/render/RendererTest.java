package systems.voltaic.magnetiq.site.render;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RendererTest {

  private static final String MISSING =
      """
      {"kind": "notFound", "path": "/de/nichts", "frame": {
        "locale": "de",
        "site": {"name": "Example Works", "tagline": "Works", "contactEmail": "hello@example.com",
          "baseUrl": "https://example.com"},
        "menus": {"main": [], "action": {"label": "Kontakt", "href": "/de/kontakt"},
          "footer": [], "legal": []}}}
      """;

  private static final String SCRIPT =
      """
      let pages = 0;
      globalThis.magnetiqRender = (json) => {
        const view = JSON.parse(json);
        if (view.kind === 'forever') for (;;) {}
        if (view.kind === 'deep') (function deeper() { return 1 + deeper(); })();
        if (view.kind === 'broken') throw new Error('no such block');
        pages += 1;
        return JSON.stringify({ language: 'en', head: '', body: view.path + ' ' + pages });
      };
      """;
  private static final Duration RUN = Duration.ofMillis(300);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Vertx vertx;
  private Renderer renderer;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    renderer = renderer(SCRIPT, 1, 4);
  }

  @AfterEach
  void stop() throws Exception {
    renderer.close();
    vertx.close().await(10, SECONDS);
  }

  @Test
  void writesThePageOfAView() throws Exception {
    assertThat(render("page", "/about").await(10, SECONDS).body()).isEqualTo("/about 1");
  }

  @Test
  void keepsItsProgramWarm() throws Exception {
    render("page", "/").await(10, SECONDS);

    assertThat(render("page", "/").await(10, SECONDS).body()).isEqualTo("/ 2");
  }

  @Test
  void stopsAScriptThatRunsAwayAndIsWellAfterwards() throws Exception {
    render("page", "/").await(10, SECONDS);

    Future<Rendered> endless = render("forever", "/");
    Future<Rendered> next = render("page", "/next");

    assertThatThrownBy(() -> endless.await(10, SECONDS)).hasMessageContaining("longer than 300 ms");
    assertThat(next.await(10, SECONDS).body()).isEqualTo("/next 1");
    assertThat(meters.counter("page_render_failures", "reason", "stopped").count()).isEqualTo(1);
  }

  @Test
  void saysWhatAComponentThrew() throws Exception {
    assertThatThrownBy(() -> render("broken", "/").await(10, SECONDS))
        .hasMessageContaining("no such block");
    assertThat(render("page", "/").await(10, SECONDS).body()).isEqualTo("/ 1");
  }

  @Test
  void survivesAnEndlessRecursion() throws Exception {
    assertThatThrownBy(() -> render("deep", "/").await(10, SECONDS)).isNotNull();
    assertThat(render("page", "/").await(10, SECONDS).body()).startsWith("/ ");
  }

  @Test
  void doesNotTryTheSameBadViewAgainAtOnce() throws Exception {
    assertThatThrownBy(() -> render("forever", "/").await(10, SECONDS)).isNotNull();

    Future<Rendered> again = render("forever", "/");

    assertThat(again.failed()).isTrue();
    assertThat(again.cause()).hasMessageContaining("a moment ago");
  }

  @Test
  void refusesWhatItsQueueCannotHold() throws Exception {
    List<Future<Rendered>> pages = new ArrayList<>();
    render("forever", "/");
    for (int i = 0; i < 10; i++) {
      pages.add(render("page", "/" + i));
    }

    assertThat(pages.get(9).cause()).hasMessageContaining("4 pages wait");
    assertThat(pages.get(0).await(10, SECONDS).body()).startsWith("/0");
  }

  @Test
  void failsWhatWaitsWhenItCloses() throws Exception {
    Future<Rendered> running = render("forever", "/");
    Future<Rendered> waiting = render("page", "/");

    renderer.close();

    assertThatThrownBy(() -> waiting.await(10, SECONDS)).hasMessageContaining("closed");
    assertThatThrownBy(() -> running.await(10, SECONDS)).isNotNull();
    assertThat(render("page", "/").failed()).isTrue();
  }

  @Test
  void runsTheComponentsOfThisBuild() throws Exception {
    var built =
        new Renderer(vertx, Script.packaged(), RenderLimits.standard(), new SimpleMeterRegistry());
    built.start();

    Rendered page = built.render(MISSING).await(30, SECONDS);
    built.close();

    assertThat(page.language()).isEqualTo("de");
    assertThat(page.head()).contains("<title>");
    assertThat(page.body()).contains("<main");
  }

  private Future<Rendered> render(String kind, String path) {
    return renderer.render("{\"kind\":\"" + kind + "\",\"path\":\"" + path + "\"}");
  }

  private Renderer renderer(String script, int workers, int waiting) {
    var limits =
        new RenderLimits(workers, waiting, RUN, Duration.ofSeconds(5), Duration.ofSeconds(10));
    var made = new Renderer(vertx, new Script(script), limits, meters);
    made.start();
    return made;
  }
}
