package systems.voltaic.magnetiq.people.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RecoveryCodesTest {

  private static final UUID ADA = new UUID(1, 1);

  @Test
  void makesTenThatNeverRepeat() {
    var all = new HashSet<String>();
    for (int i = 0; i < 100; i++) {
      all.addAll(RecoveryCodes.make(new SecureRandom()));
    }
    assertThat(all)
        .hasSize(1000)
        .allMatch(c -> c.matches("[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){3}"));
  }

  @Test
  void readsThemHoweverTheyAreTyped() {
    assertThat(RecoveryCodes.hash(ADA, " ABCD efgh-jkmn--pqrs "))
        .isEqualTo(RecoveryCodes.hash(ADA, "abcd-efgh-jkmn-pqrs"));
  }

  @Test
  void keepsEqualCodesOfTwoPeopleApart() {
    assertThat(RecoveryCodes.hash(ADA, "abcd-efgh-jkmn-pqrs"))
        .isNotEqualTo(RecoveryCodes.hash(new UUID(1, 2), "abcd-efgh-jkmn-pqrs"));
  }
}
