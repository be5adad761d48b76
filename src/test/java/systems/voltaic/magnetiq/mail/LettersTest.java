package systems.voltaic.magnetiq.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import systems.voltaic.magnetiq.access.Language;

class LettersTest {

  private static final Brand BRAND = new Brand("Example & Sons", "https://example.com");
  private static final Map<String, String> VALUES =
      Map.of("actor", "<script>alert('x')</script>", "at", "1 May\n\n# Forged");

  private final Letters letters = new Letters();

  @ParameterizedTest
  @EnumSource
  void saysTheSameInHtmlAndText(Language language) {
    Mail.Content content = letters.write(Letters.TEST, language, BRAND, VALUES);

    assertThat(content.subject()).contains("Example & Sons");
    assertThat(content.text()).contains("https://example.com", "Example & Sons");
    assertThat(content.html()).contains("Example &amp; Sons", "href=\"https://example.com\"");
    assertThat(content.html()).contains("lang=\"" + language.locale().getLanguage() + "\"");
  }

  @Test
  void neverLetsAValueBecomeMarkupOrABlock() {
    Mail.Content content = letters.write(Letters.TEST, Language.EN, BRAND, VALUES);

    assertThat(content.html()).doesNotContain("<script").contains("&lt;script&gt;");
    assertThat(content.html().split("<h1", -1)).hasSize(2);
    assertThat(content.text()).contains("1 May  # Forged");
  }

  @Test
  void worksWithoutImagesStyleSheetsOrScripts() {
    String html = letters.write(Letters.TEST, Language.DE, BRAND, VALUES).html();

    assertThat(html).doesNotContain("<img", "<style", "<link", "class=");
    assertThat(html).contains("max-width:600px", "color-scheme");
  }

  @Test
  void standsOnTheSameValuesInBothLanguages() {
    Letter english = letters.letter(Letters.TEST, Language.EN);
    Letter german = letters.letter(Letters.TEST, Language.DE);

    assertThat(german.names()).isEqualTo(english.names());
    assertThat(german.blocks().stream().map(Object::getClass).toList())
        .isEqualTo(english.blocks().stream().map(Object::getClass).toList());
  }

  @Test
  void refusesToWriteWithAValueMissing() {
    assertThatThrownBy(() -> letters.write(Letters.TEST, Language.EN, BRAND, Map.of()))
        .hasMessageContaining("{a");
  }

  @Test
  void refusesALinkThatIsNotOfTheWeb() {
    var script = new Brand("Example", "javascript:alert(1)");
    assertThatThrownBy(() -> letters.write(Letters.TEST, Language.EN, script, VALUES))
        .hasMessageContaining("web addresses only");
  }
}
