package systems.voltaic.magnetiq.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import systems.voltaic.magnetiq.access.Language;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "/, EN, ''",
    "/de, DE, ''",
    "/services/training, EN, services/training",
    "/de/leistungen, DE, leistungen",
    "/dem, EN, dem",
    "/%C3%BCber, EN, über",
    "/a+b, EN, a+b"
  })
  void knowsLanguageAndPath(String path, Language language, String rest) {
    Address address = Address.of(path).orElseThrow();

    assertThat(address.language()).isEqualTo(language);
    assertThat(address.path()).isEqualTo(rest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%zz", "/a%00b", "/a%0d%0aSet-Cookie:x", "/a\\b", "/a<b", "/ä", "/a b"})
  void refusesWhatNoPageCanHave(String path) {
    assertThat(Address.of(path)).isEmpty();
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(Address.of("/" + "a".repeat(300))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/, /", "/en, /", "/en/x, /x", "/english, /english", "//x//y/, /x/y", "/de/, /de"})
  void knowsHowAPathShouldHaveBeenWritten(String path, String better) {
    assertThat(Address.canonical(path)).isEqualTo(better);
  }
}
