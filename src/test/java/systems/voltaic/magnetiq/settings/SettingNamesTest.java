package systems.voltaic.magnetiq.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Found;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.http.Messages;

class SettingNamesTest {

  private static final Path WORDS = Path.of("webroot/src/admin/features/settings/setting-words.ts");

  @Test
  void everySettingIsCalledAsTheAdminCallsIt() throws IOException {
    String words = Files.readString(WORDS);
    var messages = new Messages();
    for (Definition definition : Catalogue.all()) {
      for (Language language : Language.values()) {
        String entry = "'%s': \\{.*?%s: \\{\\s*label: '([^']+)'";
        var shown =
            Pattern.compile(
                    entry.formatted(Pattern.quote(definition.key()), language.tag()),
                    Pattern.DOTALL)
                .matcher(words);
        assertThat(shown.find()).as(definition.key()).isTrue();
        assertThat(messages.find(language, "setting." + definition.key())).contains(shown.group(1));
      }
    }
  }

  @Test
  void areFoundByGermanWordsAndShownInTheLanguageOfTheCaller() {
    assertThat(find(Language.DE, "anmeld minute"))
        .extracting(Found::title)
        .containsExactly("Anmeldungen je Minute");
    assertThat(find(Language.EN, "anmeld minute"))
        .extracting(Found::title, Found::href)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Sign-ins a minute", "/admin/settings#limits.loginPerMinute"));
    assertThat(find(Language.DE, "?!")).isEmpty();
  }

  private static java.util.List<Found> find(Language language, String q) {
    var caller = new Caller("person:1", "person:1", "r", "search", language, Set.of("*"));
    return new SettingFinder().find(caller, q).await();
  }
}
