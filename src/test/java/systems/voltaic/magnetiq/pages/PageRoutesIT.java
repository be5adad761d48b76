package systems.voltaic.magnetiq.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Visitor;
import systems.voltaic.magnetiq.testkit.Visitor.Answer;

@Punctual
class PageRoutesIT {

  private static final String ADMIN = "/api/v1/admin/pages/";

  @TempDir private static Path one;
  @TempDir private static Path two;
  private static URI database;
  private static Platform first;
  private static Platform second;
  private static Visitor api;

  @BeforeAll
  static void start() {
    database = Databases.fresh();
    var environment = Platform.withDemo(database, Databases.redisUrl());
    first = Platform.launch(one, environment);
    second = Platform.launch(two, environment);
    first.ready();
    second.ready();
    api = first.api();
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
  }

  @Test
  void beginsAPageAndShowsItOnEveryInstance() throws IOException {
    String page = ADMIN + UUID.randomUUID() + "/en";

    Answer saved = api.put(page, "\"0\"", draft("made-here", "Made here"));
    assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    assertThat(api.get("/api/v1/pages/en/made-here").status()).isEqualTo(404);

    Answer live = publish(page, saved.header("etag"), "{}");
    assertThat(live.status()).as(live.body()).isEqualTo(200);
    for (Platform platform : new Platform[] {first, second}) {
      Eventually.asserts(
          Duration.ofSeconds(2),
          () -> assertThat(title(platform.api(), "made-here")).isEqualTo("Made here"));
    }

    saved = api.put(page, live.header("etag"), draft("made-here", "Made anew"));
    publish(page, saved.header("etag"), "{}");
    Eventually.asserts(
        Duration.ofSeconds(2),
        () -> assertThat(title(second.api(), "made-here")).isEqualTo("Made anew"));
  }

  @Test
  void answersAPageFromMemoryWithAnETag() throws IOException {
    published("kept");
    Answer fresh = api.get("/api/v1/pages/en/kept");

    assertThat(fresh.header("cache-control")).startsWith("public, ");
    assertThat(
            api.send(
                    "GET",
                    "/api/v1/pages/en/kept",
                    Map.of("If-None-Match", fresh.header("etag")),
                    "")
                .status())
        .isEqualTo(304);
  }

  @Test
  void aPlannedPageAppearsByItself() throws IOException {
    String page = ADMIN + UUID.randomUUID() + "/en";
    Answer saved = api.put(page, "\"0\"", draft("planned", "Planned"));
    Instant soon = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
    publish(page, saved.header("etag"), "{\"publishAt\": \"" + soon + "\"}");
    Answer list = api.get("/api/v1/pages/en");
    assertThat(list.body()).doesNotContain("/planned");

    Eventually.asserts(
        Duration.ofSeconds(5),
        () -> {
          assertThat(api.get("/api/v1/pages/en").body()).contains("/planned");
          assertThat(title(second.api(), "planned")).isEqualTo("Planned");
        });
    assertThat(Instant.now()).isAfter(soon);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/pages/en/nothing-here, 404",
    "/api/v1/pages/en/UPPER, 400",
    "/api/v1/pages/en/a~~b, 400",
    "/api/v1/pages/en/a~b~c~d~e~f~g, 400",
    "/api/v1/pages/fr/~, 400",
    "/api/v1/frame/fr, 400",
    "/api/v1/pages/en?type=poem, 400",
    "/api/v1/pages/en?cursor=x, 400",
    "/api/v1/pages/en?cursor=9223372036854775807_0198f000-0000-7000-8000-000000000001, 400",
    "/api/v1/pages/en?limit=5&type=blog, 200",
    "/api/v1/frame/de, 200",
    "/api/v1/admin/pages/0198f000-0000-7000-8000-000000000001/en, 404",
  })
  void answers(String path, int status) throws IOException {
    assertThat(api.get(path).status()).isEqualTo(status);
  }

  @Test
  void refusesWhatIsNoPageAndSaysWhere() throws IOException {
    String page = ADMIN + UUID.randomUUID() + "/en";
    String odd = draft("odd", "Odd").replace("\"divider\"", "\"carousel\"");

    assertProblem(400, "/blocks/0/type", api.put(page, "\"0\"", odd));
    assertProblem(422, "/path", api.put(page, "\"0\"", draft("api", "Odd")));
    assertThat(api.send("PUT", page, Map.of(), draft("odd", "Odd")).status()).isEqualTo(428);
    assertThat(api.put(page, "\"3\"", draft("odd", "Odd")).status()).isEqualTo(404);
  }

  @Test
  void refusesAMomentThatNeverComes() throws IOException {
    String page = ADMIN + UUID.randomUUID() + "/en";
    Answer saved = api.put(page, "\"0\"", draft("never", "Never"));

    assertProblem(
        400,
        "/publishAt",
        publish(page, saved.header("etag"), "{\"publishAt\": \"2026-02-30T08:00:00Z\"}"));
  }

  @Test
  void publishesOnceUnderOneKey() throws IOException {
    String page = ADMIN + UUID.randomUUID() + "/en";
    Answer saved = api.put(page, "\"0\"", draft("once", "Once"));

    Answer live = publish(page, saved.header("etag"), "{}", "one-key");
    Answer again = publish(page, saved.header("etag"), "{}", "one-key");

    assertThat(live.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(live.body());
  }

  @Test
  void writesOnlyForWhoMay() throws IOException {
    Answer outside = api.anonymous().get(ADMIN + UUID.randomUUID() + "/en");

    assertThat(outside.status()).isEqualTo(401);
  }

  @Test
  void givesTheSiteItsFiles() throws IOException {
    published("in-the-map");
    Visitor site = first.site();

    assertThat(site.get("/robots.txt").body()).contains("Disallow: /");
    assertThat(site.get("/sitemap.xml").header("content-type")).startsWith("application/xml");
    Eventually.asserts(
        () -> assertThat(site.get("/sitemap-1.xml?x=1").body()).contains("/in-the-map"));
    assertThat(site.get("/de/atom.xml").header("content-type")).startsWith("application/atom+xml");
    assertThat(site.get("/sitemap-0.xml").status()).isEqualTo(404);
    assertThat(site.send("POST", "/feed.xml", Map.of(), "").status()).isEqualTo(405);
  }

  @Test
  void seededOnceThoughTwoStartedTogether() {
    assertThat(Sql.number(database, "SELECT count(*) FROM audit WHERE action = 'pages.seeded'"))
        .isLessThanOrEqualTo(1);
  }

  private static void published(String path) throws IOException {
    String page = ADMIN + UUID.randomUUID() + "/en";
    Answer saved = api.put(page, "\"0\"", draft(path, "Title"));
    assertThat(publish(page, saved.header("etag"), "{}").status()).isEqualTo(200);
  }

  private static Answer publish(String page, String etag, String body) throws IOException {
    return publish(page, etag, body, UUID.randomUUID().toString());
  }

  private static Answer publish(String page, String etag, String body, String key)
      throws IOException {
    return api.send(
        "POST", page + "/publish", Map.of("If-Match", etag, "Idempotency-Key", key), body);
  }

  private static String title(Visitor visitor, String address) throws IOException {
    return visitor.get("/api/v1/pages/en/" + address).json().path("title").asText();
  }

  private static String draft(String path, String title) {
    return PageRoom.draft(path, title).toString();
  }

  private static void assertProblem(int status, String pointer, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }
}
