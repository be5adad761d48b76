package systems.voltaic.magnetiq.integration.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.job.Backoff;

class CircuitTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final Duration REST = Duration.ofMinutes(1);

  private final Circuit circuit =
      new Circuit(
          new Patience(
              Duration.ofSeconds(1),
              new Backoff(Duration.ofSeconds(1), Duration.ofHours(1)),
              3,
              REST,
              2,
              8));

  @Test
  void letsOnlySoManyInAtATime() {
    assertThat(circuit.enter(NOW)).isTrue();
    assertThat(circuit.enter(NOW)).isTrue();
    assertThat(circuit.enter(NOW)).isFalse();
    assertThat(circuit.rest(NOW)).isEqualTo(Duration.ofSeconds(1));

    circuit.leave(true, NOW);
    assertThat(circuit.enter(NOW)).isTrue();
  }

  @Test
  void leavesAnEndpointAloneThatKeepsFailing() {
    failThreeTimes();

    assertThat(circuit.enter(NOW.plus(REST).minusMillis(1))).isFalse();
    assertThat(circuit.rest(NOW)).isEqualTo(REST);
  }

  @Test
  void triesOneCallAfterTheRest() {
    failThreeTimes();
    Instant later = NOW.plus(REST);

    assertThat(circuit.enter(later)).isTrue();
    assertThat(circuit.enter(later)).isFalse();

    circuit.leave(true, later);
    assertThat(circuit.enter(later)).isTrue();
    assertThat(circuit.enter(later)).isTrue();
  }

  @Test
  void restsAgainWhenTheTryFails() {
    failThreeTimes();
    Instant later = NOW.plus(REST);
    circuit.enter(later);
    circuit.leave(false, later);

    assertThat(circuit.enter(later.plusSeconds(59))).isFalse();
    assertThat(circuit.enter(later.plusSeconds(60))).isTrue();
  }

  @Test
  void forgetsFailuresAfterASuccess() {
    fail();
    fail();
    circuit.enter(NOW);
    circuit.leave(true, NOW);
    fail();

    assertThat(circuit.isBroken()).isFalse();
  }

  private void failThreeTimes() {
    fail();
    fail();
    fail();
  }

  private void fail() {
    assertThat(circuit.enter(NOW)).isTrue();
    circuit.leave(false, NOW);
  }
}
