package systems.voltaic.magnetiq.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VaultTest {

  private static final String SECRET = "a made-up secret";

  private final Vault old = vault("the first key of a test", null);
  private final Vault rotated = vault("the second key of a test", "the first key of a test");

  @Test
  void opensWhatItSealed() {
    assertThat(old.open("row 1", old.seal("row 1", SECRET))).isEqualTo(SECRET);
  }

  @Test
  void neverSealsTheSameTwice() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      seen.add(old.seal("row 1", SECRET));
    }
    assertThat(seen).hasSize(1000).noneMatch(locked -> locked.contains(SECRET));
  }

  @Test
  void opensWhatThePreviousKeySealed() {
    String locked = old.seal("row 1", SECRET);

    assertThat(rotated.outdated(locked)).isTrue();
    assertThat(rotated.open("row 1", locked)).isEqualTo(SECRET);
  }

  @Test
  void sealsWithTheCurrentKeyOnly() {
    String locked = rotated.seal("row 1", SECRET);

    assertThat(rotated.outdated(locked)).isFalse();
    assertThatThrownBy(() -> old.open("row 1", locked))
        .hasMessageContaining("ENCRYPTION_KEY_PREVIOUS");
  }

  @Test
  void refusesASecretThatWasMovedToAnotherRow() {
    String locked = old.seal("row 1", SECRET);
    assertThatThrownBy(() -> old.open("row 2", locked)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesEverySecretWithOneCharacterChanged() {
    String locked = old.seal("row 1", SECRET);
    for (int i = 0; i < locked.length(); i++) {
      String forged = locked.substring(0, i) + other(locked.charAt(i)) + locked.substring(i + 1);
      assertThatThrownBy(() -> old.open("row 1", forged)).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void neverPrintsAKey() {
    var config = new VaultConfig("a key nobody may see", Optional.empty());
    assertThat(config.toString()).doesNotContain("nobody");
    assertThat(VaultKey.derive("a key nobody may see").toString()).doesNotContain("nobody");
  }

  private static char other(char character) {
    return character == 'A' ? 'Q' : 'A';
  }

  private static Vault vault(String key, String previous) {
    return new Vault(new VaultConfig(key, Optional.ofNullable(previous)), new SecureRandom());
  }
}
