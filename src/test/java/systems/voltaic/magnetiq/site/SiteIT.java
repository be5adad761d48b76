package systems.voltaic.magnetiq.site;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.redis.RedisServer;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.Punctual;

/** Pages over HTTP, from components of a few lines and a real Redis. */
@Needs(Program.REDIS)
@Punctual
class SiteIT {

  private final Shelves shelves = new Shelves();
  private RedisServer redis;
  private SiteInstance site;

  @BeforeEach
  void start() throws Exception {
    redis = new RedisServer();
    site = new SiteInstance(redis, shelves);
    site.site.prepare().await(30, SECONDS);
  }

  @AfterEach
  void stop() {
    site.close();
    redis.close();
  }

  @Test
  void writesTheWholePageInItsLanguage() throws Exception {
    HttpResponse<String> english = site.get("/about");
    HttpResponse<String> german = site.get("/de/about");

    assertThat(english.body()).contains("<html lang=\"en\">", "<title>About</title>", "<h1>About");
    assertThat(german.body()).contains("<html lang=\"de\">");
    assertThat(english.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(english.headers().firstValue("last-modified"))
        .hasValue("Mon, 04 May 2026 10:00:00 GMT");
  }

  @Test
  void givesTheBrowserWhatThePageWasWrittenFrom() throws Exception {
    String page = site.get("/about").body();

    assertThat(page)
        .containsPattern(
            "<script type=\"application/json\" id=\"view\">\\s*\\{\"path\":\"/about\"");
    assertThat(page).contains("\"description\":\"\\u003c/script>\"").doesNotContain("\"</script>");
  }

  @Test
  void allowsNoScriptThatIsNotAFileOfItsOwn() throws Exception {
    String policy = site.get("/").headers().firstValue("content-security-policy").orElseThrow();

    assertThat(policy)
        .contains("script-src 'self';", "style-src 'self';", "style-src-attr 'unsafe-inline';")
        .contains("frame-src https://www.youtube-nocookie.com https://player.vimeo.com");
  }

  @Test
  void rendersOnceForAHundredVisitorsWhoComeTogether() throws Exception {
    long before = site.renders();

    List<HttpResponse<String>> answers = together(100, "/about", site);

    assertThat(answers).allMatch(answer -> answer.body().contains("<h1>About"));
    assertThat(site.renders() - before).isEqualTo(1);
  }

  @Test
  void rendersOnceForThreeInstances() throws Exception {
    try (var second = new SiteInstance(redis, shelves);
        var third = new SiteInstance(redis, shelves)) {
      long before = site.renders();

      List<HttpResponse<String>> answers = together(99, "/about", site, second, third);

      assertThat(answers).allMatch(answer -> answer.body().contains("<h1>About"));
      assertThat(site.renders() - before + second.renders() + third.renders()).isEqualTo(1);
    }
  }

  @Test
  void showsAChangeAndMakesTheBusiestPagesBeforeTheyAreAskedFor() throws Exception {
    site.get("/about");
    shelves.titles.put("about", "Changed");
    long before = site.renders();

    site.cache.changed("pages").await(5, SECONDS);

    Eventually.that("the page is made anew", () -> site.renders() > before);
    assertThat(site.get("/about").body()).contains("<h1>Changed");
  }

  @Test
  void servesThePreviousPageWhenTheRendererIsDead() throws Exception {
    site.get("/about");
    site.renderer.close();
    shelves.titles.put("about", "Changed");
    site.cache.changed("pages").await(5, SECONDS);

    HttpResponse<String> answer = site.get("/about");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<h1>About");
    assertThat(answer.headers().firstValue("x-cache")).hasValue("stale");
    assertThat(edgeKeeps("/about")).hasValue("0");
  }

  private Optional<String> edgeKeeps(String path) throws Exception {
    var answer = site.bytes(path, "X-Forwarded-For", "203.0.113.9");
    return answer.headers().firstValue("x-accel-expires");
  }

  @Test
  void servesThePreviousPageAtOnceWhileAScriptRunsAway() throws Exception {
    site.get("/about");
    shelves.titles.put("about", "Forever");
    site.cache.changed("pages").await(5, SECONDS);

    long began = System.nanoTime();
    HttpResponse<String> answer = site.get("/about");

    assertThat(answer.body()).contains("<h1>About");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1200));
  }

  @Test
  void hasTheBrowserWriteThePageWhenThereIsNoOther() throws Exception {
    site.renderer.close();

    HttpResponse<String> shell = site.get("/about");

    assertThat(shell.statusCode()).isEqualTo(200);
    assertThat(shell.body())
        .contains("<title>About</title>", "<div id=\"root\"></div>", "\"title\":\"About\"")
        .contains("<meta name=\"description\" content=\"&lt;/script&gt;\">");
    assertThat(shell.headers().firstValue("cache-control")).hasValue("no-store");
  }

  @Test
  void replacesTheShellAsSoonAsThePageIsThere() throws Exception {
    shelves.titles.put("slow", "Forever");
    assertThat(site.get("/slow").body()).contains("<div id=\"root\"></div>");

    shelves.titles.put("slow", "Quick");

    Eventually.that("the page", () -> site.get("/slow").body().contains("<h1>Quick"));
  }

  @ParameterizedTest
  @CsvSource({
    "/nowhere, en",
    "/de/nirgends, de",
    "/a%00b, en",
    "/de/%2e%2e%2fpasswd, de",
    "/.env, en",
    "/assetsx, en"
  })
  void saysInTheLanguageOfThePathThatThereIsNoPage(String path, String language) throws Exception {
    HttpResponse<String> answer = site.get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("<h1>notFound", "<html lang=\"" + language + "\">");
  }

  @Test
  void rendersThePageForMissingPagesOnce() throws Exception {
    site.get("/nowhere");
    long before = site.renders();

    for (int i = 0; i < 20; i++) {
      assertThat(site.get("/nowhere-" + i).statusCode()).isEqualTo(404);
    }

    assertThat(site.renders()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "/old, /about",
    "/about/, /about",
    "/de/, /de",
    "/en, /",
    "/en/, /",
    "/en/about, /about",
    "/about/?a=b, /about?a=b",
    "//evil.example/, /evil.example",
    "/en//evil.example, /evil.example"
  })
  void sendsVisitorsWhereThePageIs(String path, String location) throws Exception {
    HttpResponse<String> answer = site.get(path);

    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("location")).hasValue(location);
  }

  @Test
  void neverSendsVisitorsToAnotherSite() throws Exception {
    assertThat(site.get("/%5Cevil.example/").headers().firstValue("location"))
        .hasValue("/%5Cevil.example");
    assertThat(site.get("/en/%2Fevil.example").headers().firstValue("location"))
        .hasValue("/%2Fevil.example");
  }

  @Test
  void doesNotMindAQuery() throws Exception {
    site.get("/about");
    int before = shelves.reads.get();

    HttpResponse<String> answer = site.get("/about?utm_source=letter");

    assertThat(answer.body()).contains("<h1>About");
    assertThat(shelves.reads.get()).isEqualTo(before);
  }

  @Test
  void answersHeadAndWhoHasThePageAlready() throws Exception {
    HttpResponse<String> full = site.get("/about");
    String tag = full.headers().firstValue("etag").orElseThrow();
    var head =
        site.client()
            .send(
                site.to("/about").method("HEAD", BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());

    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("etag")).hasValue(tag);
    assertThat(site.get("/about", "if-none-match", tag).statusCode()).isEqualTo(304);
    assertThat(site.get("/about", "accept-encoding", "br").headers().firstValue("content-encoding"))
        .hasValue("br");
  }

  @Test
  void saysWithAPageThatContentCannotBeRead() throws Exception {
    site.site.prepareForTrouble().await(20, SECONDS);
    shelves.fault = Fault.unavailable("away", "the database is away", Duration.ofSeconds(1));

    HttpResponse<String> unknown = site.get("/de/about");

    assertThat(unknown.statusCode()).isEqualTo(503);
    assertThat(unknown.headers().firstValue("retry-after")).isPresent();
    assertThat(unknown.body()).contains("<h1>error", "<html lang=\"de\">");
    assertThat(site.get("/").body()).contains("<h1>Home");
  }

  @Test
  void hasAPageEvenWhenNothingIsKnown() throws Exception {
    shelves.fault = Fault.unavailable("away", "the database is away", Duration.ofSeconds(1));
    redis.kill();
    try (var other = new SiteInstance(redis, shelves)) {
      HttpResponse<String> answer = other.get("/de/about");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("gerade nicht erreichbar");
    }
  }

  @Test
  void makesAPageAnewWhenItsTimeIsOver() throws Exception {
    shelves.validUntil = Optional.of(Instant.now().plusMillis(400));
    site.get("/about");
    shelves.titles.put("about", "After the early bird");
    shelves.validUntil = Optional.empty();

    Eventually.that(
        "the new page", () -> site.get("/about").body().contains("<h1>After the early bird"));
  }

  @Test
  void givesPartsOfAFile() throws Exception {
    String path = site.asset(".woff2");
    HttpResponse<byte[]> whole = site.bytes(path);
    String tag = whole.headers().firstValue("etag").orElseThrow();

    HttpResponse<byte[]> part = site.bytes(path, "range", "bytes=10-19", "if-range", tag);
    HttpResponse<byte[]> beyond = site.bytes(path, "range", "bytes=99999999-");

    assertThat(whole.headers().firstValue("accept-ranges")).hasValue("bytes");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 10, 20));
    assertThat(part.headers().firstValue("content-range"))
        .hasValue("bytes 10-19/" + whole.body().length);
    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(beyond.headers().firstValue("content-range"))
        .hasValue("bytes */" + whole.body().length);
    assertThat(site.bytes(path, "range", "bytes=0-1", "if-range", "\"other\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void hasBothHomePagesBeforeTheFirstVisitor() throws Exception {
    long before = site.renders();

    assertThat(site.get("/").body()).contains("<h1>Home");
    assertThat(site.get("/de").body()).contains("<html lang=\"de\">");
    assertThat(site.renders()).isEqualTo(before);
  }

  private static List<HttpResponse<String>> together(int visitors, String path, SiteInstance... all)
      throws Exception {
    List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
    for (int i = 0; i < visitors; i++) {
      asked.add(all[i % all.length].ask(path));
    }
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (var answer : asked) {
      answers.add(answer.get(20, SECONDS));
    }
    return answers;
  }
}
