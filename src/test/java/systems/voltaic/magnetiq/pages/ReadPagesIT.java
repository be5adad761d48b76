package systems.voltaic.magnetiq.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static systems.voltaic.magnetiq.access.Language.DE;
import static systems.voltaic.magnetiq.access.Language.EN;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.schema.CompiledSchema;

class ReadPagesIT {

  private static PageRoom room;

  @BeforeAll
  static void open() {
    room = PageRoom.seeded();
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @Test
  void showsAPageInBothLanguages() {
    PageView english = room.page(EN, "services");
    PageView german = room.page(DE, "leistungen");

    assertThat(english.id()).isEqualTo(german.id());
    assertThat(english.path()).isEqualTo("/services");
    assertThat(german.path()).isEqualTo("/de/leistungen");
    assertThat(german.title()).isEqualTo("Leistungen");
    assertThat(german.picture().path("alt").asText()).isEqualTo("Ein Bild");
    assertThat(english.alternates())
        .isEqualTo(Map.of("en", "/services", "de", "/de/leistungen"))
        .isEqualTo(german.alternates());
    assertThat(english.seo()).isEqualTo(new Seo("What we do", "What we do.", false));
    assertThat(english.fallback()).isFalse();
  }

  @Test
  void fitsTheContract() {
    var page = schema("PageView");
    var summary = schema("PageSummary");

    for (String path : List.of("", "services", "blog/first-post")) {
      assertThat(page.faults(plain(room.page(EN, path)))).isEmpty();
    }
    assertThat(page.faults(plain(room.page(DE, "")))).isEmpty();
    room.page(DE, "")
        .lists()
        .get("all")
        .forEach(one -> assertThat(summary.faults(plain(one))).isEmpty());
    var frame = room.pages.frame(PageRoom.CALLER, DE).await();
    assertThat(schema("Frame").faults(plain(frame))).isEmpty();
  }

  @Test
  void letsEnglishStandInForAMissingTranslation() {
    PageView post = room.page(DE, "blog/first-post");

    assertThat(post.fallback()).isTrue();
    assertThat(post.locale()).isEqualTo(EN);
    assertThat(post.path()).isEqualTo("/de/blog/first-post");
    assertThat(post.alternates()).isEqualTo(Map.of("en", "/blog/first-post"));
    assertThat(post.breadcrumbs())
        .containsExactly(
            new PageView.Crumb("Erfundene Werke", "/de"),
            new PageView.Crumb("Magazin", "/de/magazin"));
  }

  @Test
  void leadsFromTheEnglishPathToTheGermanOneWhereThereIsATranslation() {
    assertThat(room.at(DE, "services")).isEqualTo(new PageAt.Moved("/de/leistungen"));
    assertThat(room.at(EN, "leistungen")).isEqualTo(new PageAt.Missing());
  }

  @Test
  void listsPostsAlsoInsideOfSections() {
    assertThat(room.page(EN, "").lists().get("posts"))
        .extracting(PageSummary::path)
        .containsExactly("/blog/second-post", "/blog/first-post");
    assertThat(room.page(DE, "").lists().get("posts"))
        .extracting(PageSummary::path)
        .containsExactly("/de/magazin/zweiter-beitrag", "/de/blog/first-post");
  }

  @Test
  void keepsWhatSearchEnginesMayNotSeeOutOfTheIndex() {
    assertThat(room.page(DE, "").lists().get("all"))
        .extracting(PageSummary::path)
        .contains("/de", "/de/leistungen")
        .doesNotContain("/de/magazin");
  }

  @Test
  void walksAListPageByPage() {
    var first = room.pages.list(PageRoom.CALLER, Selection.all(EN, 2)).await();
    var rest =
        room.pages
            .list(
                PageRoom.CALLER,
                Selection.all(EN, 10).after(Optional.of(Selection.Last.of(first.nextCursor()))))
            .await();

    assertThat(first.total()).isEqualTo(5);
    assertThat(first.items())
        .extracting(PageSummary::title)
        .containsExactly("The second post", "The first post");
    assertThat(rest.items())
        .extracting(PageSummary::title)
        .containsExactlyInAnyOrder("Services", "Blog", "Made-up Works");
    assertThat(rest.nextCursor()).isNull();
  }

  @Test
  void givesTheEnglishMenuWhereALanguageHasNone() {
    Frame german = room.pages.frame(PageRoom.CALLER, DE).await();

    assertThat(german.menus().get("main").at("/0/label").asText()).isEqualTo("Leistungen");
    assertThat(german.menus()).containsKeys("main", "action", "footer", "legal");
  }

  @Test
  void turnsMarkdownIntoADocument() {
    JsonNode text = room.page(EN, "services").blocks().at("/0/text/content");

    assertThat(text.at("/0/attrs/level").asInt()).isEqualTo(2);
    assertThat(text.at("/1/content/1/text").asText()).isEqualTo("strong");
    assertThat(room.page(EN, "services").blocks().at("/0/key").asText()).isEqualTo("b1");
  }

  @Test
  void saysWhenAPostWasPublished() {
    PageView post = room.page(EN, "blog/second-post");

    assertThat(post.publishedAt()).isEqualTo(Instant.parse("2026-02-02T08:00:00Z"));
    assertThat(post.author()).isEqualTo("Ada Example");
    assertThat(post.readingMinutes()).isEqualTo(1);
  }

  private static CompiledSchema schema(String name) {
    return CompiledSchema.of(
        PageRoom.CONTRACT, PageRoom.CONTRACT.at("/components/schemas/" + name));
  }

  private static JsonNode plain(Object value) {
    return Json.parse(Json.write(value).toString());
  }
}
