package systems.voltaic.magnetiq.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.site.render.Rendered;

class DocumentTest {

  private static final String TEMPLATE =
      "<html lang=\"en\"><head><!--head--></head><body><!--body--><script><!--view--></script></body>";

  private final Document document = new Document(TEMPLATE, "script");

  @Test
  void putsEveryPartInItsPlace() {
    var page = document.page(new Rendered("de", "<title>$1</title>", "<p>\\1</p>"), "{}");

    assertThat(page)
        .hasToString(
            "<html lang=\"de\"><head><title>$1</title></head><body><p>\\1</p>"
                + "<script>{}</script></body>");
  }

  @Test
  void letsNoWordOfAPageEndTheData() {
    var page = document.page(new Rendered("en", "", ""), "{\"a\":\"</script><!--\"}").toString();

    assertThat(page).contains("{\"a\":\"\\u003c/script>\\u003c!--\"}");
  }

  @Test
  void escapesWhatItWritesIntoTheHeadItself() {
    Object view = Map.of("seo", Map.of("title", "<b>\"&", "noindex", true));
    var shell = document.shell(Language.DE, View.page("/de", Map.of(), view)).toString();

    assertThat(shell)
        .contains("<html lang=\"de\">", "<title>&lt;b&gt;&quot;&amp;</title>")
        .contains("<meta name=\"robots\" content=\"noindex\">");
  }

  @Test
  void namesABuildByItsDocumentAndItsComponents() {
    assertThat(document.build())
        .isEqualTo(new Document(TEMPLATE, "script").build())
        .isNotEqualTo(new Document(TEMPLATE, "other").build())
        .isNotEqualTo(new Document(TEMPLATE + " ", "script").build());
  }

  @Test
  void refusesATemplateWithoutItsPlaces() {
    assertThatThrownBy(() -> new Document("<html lang=\"en\">", ""))
        .hasMessageContaining("<!--head-->");
  }
}
