package systems.voltaic.magnetiq.people.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systems.voltaic.magnetiq.fault.Fault;

class PasswordRulesTest {

  private static final PasswordRules RULES = new PasswordRules(new CommonPasswords());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "Password1234!",
        "P4ssw0rd2024",
        "P@$$w0rd12345",
        "iloveyou1234",
        "Sommer2024!!",
        "Willkommen123",
        "qwertzuiop12",
        "1q2w3e4r5t6z",
        "abcdefghijkl",
        "zyxwvutsrqpo",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "hallohallohallo",
        "123456789012",
        "111111222222",
        "17.03.1984 2024",
        "correcthorsebatterystaple",
        "AdaLovelace1815",
        "ada.lovelace@example.com",
        "example.com1234",
        "kj7!kj7!kj7!"
      })
  void refusesWhatIsTriedFirst(String password) {
    assertThat(refusal(password)).isEqualTo("password-common");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a quiet harbour town",
        "Grüne Kähne ziehn vorbei",
        "tXq8-vN2p_Lw5z",
        "summer coffee bicycle lantern",
        "vierzig rostige Nägel",
        "kjsdhfgkwehrg",
        "ünïcödé pässwörd"
      })
  void takesWhatNobodyWouldGuess(String password) {
    assertThatCode(() -> require(password)).doesNotThrowAnyException();
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(refusal("kjsdhfgkweh")).isEqualTo("password-short");
    assertThat(refusal("🦀🐙🦑🐚🐠🐡🐬🐳🐋🦈🐊")).isEqualTo("password-short");
    assertThatCode(() -> require("🦀🐙🦑🐚🐠🐡🐬🐳🐋🦈🐊🐢")).doesNotThrowAnyException();
    assertThatCode(() -> require("kj7!".repeat(2) + "qv".repeat(3) + random(114)))
        .doesNotThrowAnyException();
    assertThat(refusal(random(129))).isEqualTo("password-long");
  }

  @Test
  void refusesEverythingOnTheListInAnyCase() throws IOException {
    for (String line : list()) {
      assertThat(refusal(line.toUpperCase(java.util.Locale.ROOT))).isEqualTo("password-common");
    }
  }

  @Test
  void hasAListOfThousandsThatAreLongEnoughToBeTried() throws IOException {
    assertThat(list()).hasSizeGreaterThan(3000).doesNotHaveDuplicates();
    assertThat(list()).allMatch(line -> line.length() >= PasswordRules.SHORTEST);
  }

  @Test
  void takesTheWorstPasswordWithoutThinkingLong() {
    String worst = random(128);
    long begun = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      require(worst);
    }
    assertThat((System.nanoTime() - begun) / 20_000_000).as("milliseconds each").isLessThan(50);
  }

  private static void require(String password) {
    RULES.require("/password", password, "ada.lovelace@example.com", "Ada Lovelace");
  }

  private static String refusal(String password) {
    var fault = catchThrowableOfType(Fault.class, () -> require(password));
    assertThat(fault).as(password).isNotNull();
    assertThat(fault.kind()).isEqualTo(Fault.Kind.RULE);
    assertThat(fault.details().get(0).pointer()).isEqualTo("/password");
    return fault.details().get(0).code();
  }

  private static String random(int length) {
    var letters = new StringBuilder();
    var random = new java.util.Random(7);
    random.ints(length, 'a', 'z').forEach(c -> letters.append((char) c));
    return letters.toString();
  }

  private static List<String> list() throws IOException {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                PasswordRulesTest.class.getResourceAsStream("/passwords/common.txt"),
                StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
