package systems.voltaic.magnetiq.job;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobDraftTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "Mail", "mail send", "1mail", "mail;drop"})
  void refusesAKindThatIsNoName(String kind) {
    assertThatThrownBy(() -> Job.Draft.of(kind, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAKeyThatIsEmptyOrTooLong() {
    var draft = Job.Draft.of("mail.send", Map.of());

    assertThatThrownBy(() -> draft.unique("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> draft.unique("k".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNoAttemptsAndDelaysIntoThePast() {
    var draft = Job.Draft.of("mail.send", Map.of());

    assertThatThrownBy(() -> draft.attempts(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> draft.delayedBy(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
