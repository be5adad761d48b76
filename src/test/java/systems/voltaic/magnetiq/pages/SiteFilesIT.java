package systems.voltaic.magnetiq.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static systems.voltaic.magnetiq.access.Language.EN;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import systems.voltaic.magnetiq.cache.AnswerCache;
import systems.voltaic.magnetiq.cache.CacheConfig;
import systems.voltaic.magnetiq.cache.FinishedAnswers;
import systems.voltaic.magnetiq.cache.Original;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.redis.RedisConfig;
import systems.voltaic.magnetiq.redis.RedisLink;
import systems.voltaic.magnetiq.testkit.Sql;

class SiteFilesIT {

  private PageRoom room;

  @BeforeEach
  void open() {
    room = PageRoom.seeded();
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void listsInTheSitemapWhatSearchEnginesMaySee() {
    Document part = xml("/sitemap-1.xml", 50_000);

    assertThat(texts(part, "loc"))
        .containsExactlyInAnyOrder(
            "https://works.example/",
            "https://works.example/de",
            "https://works.example/services",
            "https://works.example/de/leistungen",
            "https://works.example/blog/first-post",
            "https://works.example/blog/second-post",
            "https://works.example/de/magazin/zweiter-beitrag");
    assertThat(part.getElementsByTagName("xhtml:link").getLength()).isEqualTo(6 * 3);
    assertThat(attributes(part, "xhtml:link", "hreflang")).contains("en", "de", "x-default");
    assertThat(texts(part, "lastmod")).contains("2026-01-05T08:00:00Z");
  }

  @Test
  void splitsTheSitemapIntoParts() {
    assertThat(texts(xml("/sitemap.xml", 3), "loc"))
        .containsExactly(
            "https://works.example/sitemap-1.xml",
            "https://works.example/sitemap-2.xml",
            "https://works.example/sitemap-3.xml");

    var all = new ArrayList<String>();
    for (int part = 1; part <= 3; part++) {
      List<String> some = texts(xml("/sitemap-" + part + ".xml", 3), "loc");
      assertThat(some.size()).isBetween(1, 3);
      all.addAll(some);
    }
    assertThat(all).hasSize(7).doesNotHaveDuplicates();
    assertThat(failure("/sitemap-4.xml", 3)).isInstanceOf(Fault.class);
  }

  @Test
  void feedsHaveThePostsOfTheirLanguageOnly() {
    assertThat(texts(xml("/feed.xml", 9), "title"))
        .containsExactly("Works", "The second post", "The first post");
    assertThat(texts(xml("/de/atom.xml", 9), "title"))
        .containsExactly("Works", "Der zweite Beitrag");
    assertThat(texts(xml("/de/feed.xml", 9), "link"))
        .containsExactly(
            "https://works.example/de", "https://works.example/de/magazin/zweiter-beitrag");
    assertThat(attributes(xml("/atom.xml", 9), "link", "href"))
        .startsWith("https://works.example/atom.xml", "https://works.example/")
        .contains("https://works.example/blog/first-post");
  }

  @Test
  void feedsSayWhatWasWrittenAndNothingThatXmlCannotHold() {
    Sql.run(room.url, "UPDATE page_locale SET title = title || E' \\x0B\\x01<&]]>' || U&'\\FFFF'");

    for (String feed : List.of("/feed.xml", "/atom.xml")) {
      assertThat(texts(xml(feed, 9), "title")).contains("The first post <&]]>");
    }
    assertThat(texts(xml("/atom.xml", 9), "summary")).contains("It began with a pump & a <valve>.");
  }

  @Test
  void datesInFeedsAreOfTheirKind() {
    assertThat(texts(xml("/feed.xml", 9), "pubDate"))
        .containsExactly("Mon, 02 Feb 2026 08:00:00 GMT", "Sun, 01 Feb 2026 08:00:00 GMT");
    assertThat(texts(xml("/atom.xml", 9), "published"))
        .containsExactly("2026-02-02T08:00:00Z", "2026-02-01T08:00:00Z");
    assertThat(texts(xml("/atom.xml", 9), "id")).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void turnOverWithTheSchedule() {
    var window = new Window(room.clock.instant().plusSeconds(60), null);
    var id = UUID.randomUUID();
    var saved =
        room.drafts.save(PageRoom.CALLER, id, EN, PageRoom.draft("later", "Later"), 0).await();
    room.drafts.publish(PageRoom.CALLER, id, EN, window, saved.version()).await();

    Original before = file("/sitemap-1.xml", 99, true).await();
    assertThat(before.validUntil()).contains(window.from());
    room.clock.advance(Duration.ofSeconds(60));
    assertThat(file("/sitemap-1.xml", 99, true).await().body().toString())
        .contains("https://works.example/later");
    assertThat(before.body().toString()).doesNotContain("later");
  }

  @Test
  void letsSearchEnginesInOnlyWhereTheSiteIsReal() {
    assertThat(file("/robots.txt", 9, true).await().body().toString())
        .contains("Sitemap: https://works.example/sitemap.xml")
        .doesNotContain("Disallow: /\n");
    assertThat(file("/robots.txt", 9, false).await().body().toString()).contains("Disallow: /\n");
  }

  private Throwable failure(String path, int largestPart) {
    var asked = file(path, largestPart, true);
    Future.join(List.of(asked)).otherwiseEmpty().await();
    return asked.cause();
  }

  private Document xml(String path, int largestPart) {
    byte[] bytes = file(path, largestPart, true).await().body().getBytes();
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(bytes));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(new String(bytes, StandardCharsets.UTF_8), e);
    }
  }

  /** Past the cache: what the origin makes. */
  private Future<Original> file(String path, int largestPart, boolean open) {
    var meters = new SimpleMeterRegistry();
    var redis =
        new RedisLink(
            room.vertx, RedisConfig.of("redis://127.0.0.1"), meters, new Random(), room.clock);
    var cache =
        new AnswerCache(room.vertx, redis, CacheConfig.standard(), meters, room.clock, () -> "x");
    var answers = new FinishedAnswers(cache);
    new SiteFiles(room.pages, PageRoom::site, open, largestPart).register(answers, "settings");
    return Optional.ofNullable(answers.find(path)).orElseThrow().origin().get();
  }

  private static List<String> texts(Document document, String name) {
    var nodes = document.getElementsByTagName(name);
    var texts = new ArrayList<String>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  private static List<String> attributes(Document document, String name, String attribute) {
    var nodes = document.getElementsByTagName(name);
    var values = new ArrayList<String>();
    for (int i = 0; i < nodes.getLength(); i++) {
      values.add(((Element) nodes.item(i)).getAttribute(attribute));
    }
    return values;
  }
}
