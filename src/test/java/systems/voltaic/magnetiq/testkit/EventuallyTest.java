package systems.voltaic.magnetiq.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventuallyTest {
  private static final Duration SHORTLY = Duration.ofMillis(40);

  @Test
  void returnsAsSoonAsTheConditionHolds() {
    var asked = new AtomicInteger();

    Eventually.that("the third time", () -> asked.incrementAndGet() == 3);

    assertThat(asked).hasValue(3);
  }

  @Test
  void namesWhatNeverCame() {
    assertThatThrownBy(() -> Eventually.that("spring", SHORTLY, () -> false))
        .isInstanceOf(AssertionError.class)
        .hasMessage("Waited 40 ms in vain for spring");
  }

  @Test
  void keepsTheLastFailureAsTheCause() {
    assertThatThrownBy(() -> Eventually.asserts(SHORTLY, () -> assertThat(1).isEqualTo(2)))
        .hasMessageContaining("for the assertion to hold")
        .hasRootCauseMessage("\nexpected: 2\n but was: 1");
  }

  @Test
  void takesAFailureOfTheSourceForNotYet() {
    var asked = new AtomicInteger();

    var value = Eventually.get("a value", SHORTLY, () -> Optional.of(10 / asked.getAndIncrement()));

    assertThat(value).isEqualTo(10);
  }
}
