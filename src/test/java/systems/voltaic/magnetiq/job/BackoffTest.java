package systems.voltaic.magnetiq.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofHours(1);

  private final Backoff backoff = new Backoff(FIRST, MOST);

  @Test
  void staysInTheUpperHalfOfADoublingWaitWhateverTheDice() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int run = 0; run < 20_000; run++) {
      int attempt = 1 + random.nextInt(100);
      long whole = Math.min(MOST.toMillis(), FIRST.toMillis() << Math.min(attempt - 1, 30));
      assertThat(backoff.after(attempt, random).toMillis())
          .as("seed %s, attempt %s", seed, attempt)
          .isBetween(whole / 2, whole);
    }
  }

  @Test
  void neverOverflows() {
    var widest = new Backoff(Duration.ofDays(10_000), Duration.ofMillis(Long.MAX_VALUE));

    assertThat(widest.after(Integer.MAX_VALUE, new Random(1))).isPositive();
  }

  @Test
  void spreadsEqualAttempts() {
    var random = new Random(7);
    var seen = new HashSet<Duration>();
    for (int run = 0; run < 1_000; run++) {
      seen.add(backoff.after(3, random));
    }

    assertThat(seen).hasSizeGreaterThan(900);
  }

  @Test
  void refusesToShrink() {
    assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
