package systems.voltaic.magnetiq.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.json.Json;

class DraftRulesTest {

  private static final Caller EDITOR =
      new Caller("editor", "here", "1", "save", Language.EN, Set.of("content:write"));

  @Test
  void takesWhatFits() {
    assertThat(faults(PageRoom.CALLER, page("[]"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'type': 'carousel', 'key': 'a'}] | /blocks/0/type enum",
        "[{'key': 'a'}] | /blocks/0/type enum",
        "[3] | /blocks/0 type",
        "[{'type': 'divider', 'key': 'A b'}] | /blocks/0/key pattern",
        "[{'type': 'quote', 'key': 'a', 'text': 7}] | /blocks/0/text type",
        "[{'type': 'divider', 'key': 'a', 'x': 1}] | /blocks/0/x additionalProperties",
        "{'a': 1} | /blocks type",
      })
  void saysWhereABlockLeavesItsSchema(String blocks, String expected) {
    assertThat(faults(PageRoom.CALLER, page(blocks.replace('\'', '"')))).containsExactly(expected);
  }

  @Test
  void looksAtBlocksInsideOfBlocksByThemselves() {
    String blocks =
        """
        [{"type": "section", "key": "s", "blocks": [
          {"type": "columns", "key": "c", "columns": [
            {"blocks": [{"type": "divider", "key": "d"}]},
            {"blocks": [{"type": "hero", "key": "h"}]}]}]}]
        """;

    assertThat(faults(PageRoom.CALLER, page(blocks)))
        .containsExactly("/blocks/0/blocks/0/columns/1/blocks/0 required");
  }

  @Test
  void countsBlocksInsideOfASection() {
    var section = Json.parse("{\"type\": \"section\", \"key\": \"s\", \"blocks\": []}");
    for (int i = 0; i < 51; i++) {
      ((ArrayNode) section.path("blocks")).add(divider("k" + i));
    }

    assertThat(faults(PageRoom.CALLER, page("[" + section + "]")))
        .containsExactly("/blocks/0/blocks maxItems");
  }

  @Test
  void refusesMoreThanTwoHundredTogether() {
    ArrayNode blocks = (ArrayNode) Json.parse("[]");
    for (int s = 0; s < 5; s++) {
      var section = (ObjectNode) Json.parse("{\"type\": \"section\", \"key\": \"s" + s + "\"}");
      ArrayNode inside = section.putArray("blocks");
      for (int i = 0; i < 39; i++) {
        inside.add(divider("k" + s + "x" + i));
      }
      blocks.add(section);
    }
    assertThat(faults(PageRoom.CALLER, page(blocks.toString()))).isEmpty();

    blocks.add(divider("one-more"));
    assertThat(faults(PageRoom.CALLER, page(blocks.toString())))
        .containsExactly("/blocks page-blocks");
  }

  @Test
  void refusesTheFourthBlockInsideOfEachOther() {
    String inner = divider("d").toString();
    String three = nested(nested(inner, "s1"), "s2");
    String four = nested(three, "s3");

    assertThat(faults(PageRoom.CALLER, page("[" + three + "]"))).isEmpty();
    assertThat(faults(PageRoom.CALLER, page("[" + four + "]")))
        .containsExactly("/blocks/0/blocks/0/blocks/0/blocks/0 page-nesting");
  }

  @Test
  void refusesMoreThanAMegabyte() {
    ArrayNode blocks = (ArrayNode) Json.parse("[]");
    for (int i = 0; i < 60; i++) {
      String code = "x".repeat(17_900);
      blocks.addObject().put("type", "code").put("key", "k" + i).put("code", code);
    }

    assertThat(faults(PageRoom.CALLER, page(blocks.toString())))
        .containsExactly("/blocks page-size");
  }

  @Test
  void refusesAKeyThatAnotherBlockHas() {
    String section = nested(divider("same").toString(), "s");

    assertThat(faults(PageRoom.CALLER, page("[" + divider("same") + "," + section + "]")))
        .containsExactly("/blocks/1/blocks/0/key page-key");
  }

  @Test
  void letsOnlyTheHighestWriteHtml() {
    String html = "[{\"type\": \"html\", \"key\": \"h\", \"html\": \"<p>Hello</p>\"}]";

    assertThat(faults(PageRoom.CALLER, page(html))).isEmpty();
    assertThat(faults(EDITOR, page(html))).containsExactly("/blocks/0 page-html");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p onclick='x()'>Hi</p> | <p>Hi</p>",
        "<script>alert(1)</script><b>ok</b> | <b>ok</b>",
        "<a href='javascript:alert(1)'>x</a> | x",
        "<a href='//evil.example'>x</a> | x",
        "<a href='/\\evil.example'>x</a> | x",
        "<a href='/services'>x</a> | <a href=\"/services\">x</a>",
        "<iframe src='https://evil.example'></iframe>ok | ok",
        "<img src=x onerror=alert(1)>ok | ok",
        "<p style='background:url(x)'>ok</p> | <p>ok</p>",
        "<form action='https://evil.example'><input>ok</form> | ok",
        "<math><mi><style><a title='</style><img src=x>'>ok | ok",
      })
  void keepsOfHtmlWhatDoesNoHarm(String written, String kept) {
    String safe = SafeHtml.of(written);

    assertThat(safe).contains(kept);
    assertThat(safe).doesNotContainPattern("(?i)script|onerror|onclick|evil|style=|<img|<iframe");
  }

  @Test
  void refusesHtmlOfWhichNothingIsLeft() {
    String html = "[{\"type\": \"html\", \"key\": \"h\", \"html\": \"<script>x</script>\"}]";

    assertThat(faults(PageRoom.CALLER, page(html)))
        .containsExactly("/blocks/0/html page-html-empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "//evil.example",
        "/\\\\evil.example",
        "http://plain.example",
        "data:text/html,x",
        "https://user@evil.example/",
        "https:///nowhere",
        "mailto:a@example.com?x%0d%0aBcc:b@example.com",
        "/with\\u0001control",
      })
  void refusesLinksThatLeadElsewhere(String href) {
    assertThat(faults(PageRoom.CALLER, page(cta(href)))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/de/kontakt",
        "#part",
        "https://example.com/x?y=1",
        "mailto:a@example.com",
        "tel:+49-30-5550"
      })
  void takesLinksThatPagesNeed(String href) {
    assertThat(faults(PageRoom.CALLER, page(cta(href)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "api/x", "assets", "admin"})
  void refusesPathsThatMeanSomethingElse(String path) {
    var page = (ObjectNode) page("[]");

    assertThat(faults(PageRoom.CALLER, page.put("path", path))).containsExactly("/path reserved");
  }

  private static String cta(String href) {
    return """
        [{"type": "cta", "key": "c", "title": "T", "actions": [{"label": "L", "href": "%s"}]}]
        """
        .formatted(href);
  }

  private static String nested(String block, String key) {
    return "{\"type\": \"section\", \"key\": \"" + key + "\", \"blocks\": [" + block + "]}";
  }

  private static JsonNode divider(String key) {
    return Json.parse("{\"type\": \"divider\", \"key\": \"" + key + "\"}");
  }

  private static JsonNode page(String blocks) {
    return Json.parse(
        "{\"path\": \"p\", \"title\": \"P\", \"excerpt\": \"\", \"blocks\": " + blocks + "}");
  }

  private static List<String> faults(Caller caller, JsonNode page) {
    Fault fault = catchThrowableOfType(Fault.class, () -> PageRoom.RULES.checked(caller, page));
    return fault == null
        ? List.of()
        : fault.details().stream()
            .map(d -> d.pointer() + " " + d.code().replaceAll(":.*", ""))
            .toList();
  }
}
