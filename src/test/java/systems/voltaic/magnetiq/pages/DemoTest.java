package systems.voltaic.magnetiq.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systems.voltaic.magnetiq.access.Language;

class DemoTest {

  @ParameterizedTest
  @ValueSource(strings = {"demo", "demo-small"})
  void keepsTheRulesOfAllPages(String folder) {
    Demo demo = demo(folder);

    var addresses = demo.words().stream().map(words -> words.locale() + "/" + words.path());
    assertThat(addresses).doesNotHaveDuplicates();
    assertThat(demo.pages()).doesNotHaveDuplicates();
  }

  @Test
  void leadsOnlyToPagesThatItHas() {
    Demo demo = demo("demo");
    Set<String> there = new HashSet<>();
    for (Demo.Words words : demo.words()) {
      there.add(PagePath.href(Language.of(words.locale()), words.path()));
      there.add(PagePath.href(Language.DE, words.path()));
    }
    Set<String> missing = new TreeSet<>();
    for (String link : links(demo)) {
      String path = link.replaceAll("[#?].*", "");
      if (path.startsWith("/") && !path.contains(".") && !there.contains(path)) {
        missing.add(path);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void givesKeysThatNobodyHasYet() {
    Demo demo = demo("demo-small");
    JsonNode home =
        demo.words().stream()
            .filter(words -> words.path().isEmpty() && words.locale().equals("en"))
            .findFirst()
            .orElseThrow()
            .blocks();

    assertThat(home.at("/0/key").asText()).isEqualTo("b1");
    assertThat(home.at("/1/key").asText()).isEqualTo("b2");
    assertThat(home.at("/1/blocks/0/key").asText()).isEqualTo("posts");
  }

  private static Demo demo(String folder) {
    return Demo.of(DemoFiles.in(folder), PageRoom.RULES, PageRoom.MENU_RULES, PageRoom.CALLER);
  }

  private static List<String> links(Demo demo) {
    List<String> links = new ArrayList<>();
    demo.words().forEach(words -> add(links, words.blocks()));
    demo.menus().forEach(menu -> add(links, menu.items()));
    return links;
  }

  private static void add(List<String> links, JsonNode node) {
    node.findValues("href").forEach(href -> links.add(href.asText()));
  }
}
