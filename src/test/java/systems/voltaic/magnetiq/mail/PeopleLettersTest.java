package systems.voltaic.magnetiq.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import systems.voltaic.magnetiq.access.Language;

class PeopleLettersTest {

  private static final Brand BRAND = new Brand("Example & Sons", "https://example.com");
  private static final String LINK = "https://example.com/admin/reset#token=Made-Up_0";
  private static final Map<String, String> VALUES =
      Map.of("name", "Ada # [x](y)", "inviter", "Grace", "link", LINK);

  private final Letters letters = new Letters();

  static Stream<Arguments> all() {
    return Stream.of(
            "invite",
            "setup",
            "reset",
            "unlock",
            "email",
            "email-notice",
            "email-changed",
            "password-changed",
            "session-reused",
            "factors-reset")
        .flatMap(name -> Stream.of(Language.values()).map(l -> Arguments.of(name, l)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void saysWhoAndWhereAndNothingHalfWritten(String name, Language language) {
    Mail.Content mail = letters.write(name, language, BRAND, VALUES);

    assertThat(mail.subject()).contains("Example & Sons").doesNotContain("{");
    assertThat(mail.text()).contains("Ada # [x](y)").doesNotContain("{");
    assertThat(mail.html()).contains("Ada # [x](y)").doesNotContain("{name}", "{link}", "{brand}");
    String link = name.equals("email-changed") ? "https://example.com" : LINK;
    assertThat(mail.html().split("href=\"" + link + "\"", -1)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(mail.text()).contains(link);
  }

  @ParameterizedTest
  @MethodSource("all")
  void isBuiltAlikeInBothLanguages(String name, Language language) {
    Letter here = letters.letter(name, language);
    Letter english = letters.letter(name, Language.EN);
    assertThat(here.names()).isEqualTo(english.names());
    assertThat(here.blocks().stream().map(Object::getClass).toList())
        .isEqualTo(english.blocks().stream().map(Object::getClass).toList());
    assertThat(language == Language.EN || !here.subject().equals(english.subject())).isTrue();
  }
}
