package systems.voltaic.magnetiq.people.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TotpTest {

  /** "12345678901234567890", the secret of the examples in RFC 6238. */
  private static final String EXAMPLE = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final TotpKey KEY =
      new TotpKey("sealed", 0, 0, Optional.empty(), Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void computesTheExamplesOfTheStandard(long second, String code) {
    assertThat(Totp.code(EXAMPLE, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1})
  void takesTheStepAndItsNeighbours(long away) {
    long step = Totp.step(NOW) + away;

    assertThat(Totp.match(EXAMPLE, Totp.code(EXAMPLE, step), NOW)).hasValue(step);
  }

  @ParameterizedTest
  @ValueSource(longs = {-10, -2, 2, 10})
  void refusesStepsFurtherAway(long away) {
    String code = Totp.code(EXAMPLE, Totp.step(NOW) + away);

    assertThat(Totp.match(EXAMPLE, code, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "28708", "2870822", "abcdef", "２８７０８２", "287 82", "-87082"})
  void refusesWhatIsNoCode(String typed) {
    assertThat(Totp.match(EXAMPLE, typed, Instant.ofEpochSecond(59))).isEmpty();
  }

  @Test
  void makesSecretsOf160BitsThatDiffer() {
    var secrets = new HashSet<String>();
    var random = new SecureRandom();
    for (int i = 0; i < 1000; i++) {
      secrets.add(Totp.newSecret(random));
    }
    assertThat(secrets).hasSize(1000).allMatch(secret -> secret.matches("[A-Z2-7]{32}"));
  }

  @Test
  void escapesWhatStandsInTheAddress() {
    assertThat(Totp.uri("A & B?", "ada+x@example.test", "ABC"))
        .isEqualTo(
            "otpauth://totp/A%20%26%20B%3F:ada%2Bx%40example.test?secret=ABC"
                + "&issuer=A%20%26%20B%3F&algorithm=SHA1&digits=6&period=30");
  }

  @Test
  void locksAfterFiveWrongCodesAndLongerEachTime() {
    var key = KEY;
    for (int i = 0; i < 4; i++) {
      key = key.failed(NOW);
    }
    assertThat(key.locked(NOW)).isEmpty();
    assertThat(key.failed(NOW).locked(NOW)).hasValue(Duration.ofMinutes(1));
    assertThat(key.failed(NOW).failed(NOW).locked(NOW)).hasValue(Duration.ofMinutes(2));
  }

  @Test
  void neverLocksForMoreThanHalfAnHour() {
    var key = KEY;
    for (int i = 0; i < 100; i++) {
      key = key.failed(NOW);
    }
    assertThat(key.locked(NOW)).hasValue(Duration.ofMinutes(30));
  }

  @Test
  void forgetsAfterARightCodeAndAfterADay() {
    var key = KEY;
    for (int i = 0; i < 6; i++) {
      key = key.failed(NOW);
    }
    assertThat(key.used(7).failures()).isZero();
    assertThat(key.used(7).locked(NOW)).isEmpty();
    assertThat(key.failed(NOW.plus(Duration.ofHours(25))).failures()).isEqualTo(1);
  }
}
