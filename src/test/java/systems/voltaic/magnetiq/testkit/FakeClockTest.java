package systems.voltaic.magnetiq.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class FakeClockTest {
  private final FakeClock clock = FakeClock.at("2026-03-29T00:30:00Z");

  @Test
  void movesOnlyWhenTold() {
    assertThat(clock.instant()).isEqualTo("2026-03-29T00:30:00Z");
    clock.advance(Duration.ofHours(1));
    assertThat(clock.instant()).isEqualTo("2026-03-29T01:30:00Z");
    clock.jumpBack(Duration.ofHours(2));
    assertThat(clock.instant()).isEqualTo("2026-03-28T23:30:00Z");
    clock.set(Instant.EPOCH);
    assertThat(clock.millis()).isZero();
  }

  @Test
  void sharesItsHandsWithTheSameClockInAnotherZone() {
    var berlin = clock.withZone(ZoneId.of("Europe/Berlin"));

    clock.advance(Duration.ofHours(1));

    assertThat(ZonedDateTime.now(berlin)).isEqualTo("2026-03-29T03:30:00+02:00[Europe/Berlin]");
  }
}
