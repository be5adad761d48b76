package systems.voltaic.magnetiq.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.testkit.ChildProcess;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;

/** What machines read of the demo site: its markup, links, structured data, feeds and sitemap. */
@Needs(Program.NODE)
class DemoMarkupIT {

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/ld\\+json\"[^>]*>(.*?)</script>", Pattern.DOTALL);
  private static final Pattern ALTERNATE =
      Pattern.compile(
          "<link rel=\"alternate\" hrefLang=\"([a-z-]+)\" href=\"([^\"]+)\"",
          Pattern.CASE_INSENSITIVE);

  @TempDir private static Path folder;
  private static Platform platform;
  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  @BeforeAll
  static void start() throws IOException {
    platform = Platform.start(folder, Platform.withDemo(Databases.fresh(), Databases.redisUrl()));
    for (String path : SiteMap.paths(platform.site())) {
      PAGES.put(path, platform.site().get(path).body());
    }
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void everyPageIsValid() throws IOException {
    Path pages = Files.createDirectories(folder.resolve("pages"));
    for (var page : PAGES.entrySet()) {
      String name = "page" + page.getKey().replace('/', '.') + ".html";
      Files.writeString(pages.resolve(name), page.getValue());
    }
    Path webroot = Path.of("webroot").toAbsolutePath();
    var command =
        List.of(
            Program.NODE.path().toString(),
            webroot.resolve("node_modules/html-validate/bin/html-validate.mjs").toString(),
            "--config",
            webroot.resolve(".htmlvalidate.json").toString(),
            pages.toString());
    try (var validator = ChildProcess.start(command, Map.of(), webroot)) {
      int code = validator.awaitExit(Duration.ofMinutes(2));
      assertThat(validator.output()).as("findings").noneMatch(line -> line.contains("error"));
      assertThat(code).isZero();
    }
  }

  @Test
  void everyLinkInsideLeadsSomewhere() throws IOException {
    var broken = new TreeSet<String>();
    var seen = new HashMap<String, Integer>();
    for (var page : PAGES.entrySet()) {
      for (var link : LINK.matcher(page.getValue()).results().toList()) {
        String path = link.group(1).replace("&amp;", "&");
        if (!seen.containsKey(path)) {
          seen.put(path, platform.site().get(path).status());
        }
        if (seen.get(path) != 200) {
          broken.add(path + " on " + page.getKey() + ": " + seen.get(path));
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(60);
    assertThat(broken).isEmpty();
  }

  @Test
  void structuredDataCanBeRead() {
    var without = new ArrayList<String>();
    for (var page : PAGES.entrySet()) {
      var found = DATA.matcher(page.getValue()).results().toList();
      found.forEach(data -> assertThat(Json.parse(data.group(1)).toString()).contains("@type"));
      if (found.isEmpty()) {
        without.add(page.getKey());
      }
    }
    assertThat(without).isEmpty();
  }

  /** What a page says its translation is says the same of the page. */
  @Test
  void translationsPointAtEachOther() {
    var alternates = new TreeMap<String, Map<String, String>>();
    PAGES.forEach((path, html) -> alternates.put(path, alternates(html)));
    for (var page : alternates.entrySet()) {
      for (String there : page.getValue().values()) {
        assertThat(alternates.get(there))
            .as(page.getKey() + " → " + there)
            .isEqualTo(page.getValue());
      }
    }
    assertThat(alternates.get("/")).containsEntry("de", "/de").containsEntry("x-default", "/");
  }

  private static Map<String, String> alternates(String html) {
    var all = new TreeMap<String, String>();
    ALTERNATE
        .matcher(html)
        .results()
        .filter(link -> !link.group(2).contains(".xml"))
        .forEach(link -> all.put(link.group(1), URI.create(link.group(2)).getPath()));
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.xml", "/atom.xml", "/de/feed.xml", "/de/atom.xml", "/sitemap.xml"})
  void feedsAndSitemapAreWellFormed(String path) throws Exception {
    var answer = platform.site().get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).contains("xml");
    Document document = parse(answer.body());
    assertThat(document.getDocumentElement().getElementsByTagName("*").getLength()).isPositive();
  }

  @Test
  void robotsMayFindTheSitemap() throws IOException {
    assertThat(platform.site().get("/robots.txt").status()).isEqualTo(200);
  }

  private static Document parse(String xml) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }
}
