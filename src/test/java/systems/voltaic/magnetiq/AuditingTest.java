package systems.voltaic.magnetiq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.audit.Verdict;
import systems.voltaic.magnetiq.audit.Verification;
import systems.voltaic.magnetiq.ops.Finding;

/** What health says of the audit. */
class AuditingTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Optional<Instant> LONG_AGO = Optional.of(NOW.minus(Duration.ofDays(90)));

  @Test
  void isWellWhileEverythingIsSealedAndVerified() {
    assertThat(judge(verified(1), LONG_AGO, Optional.empty())).isEqualTo(Finding.Status.UP);
    assertThat(judge(verified(1), LONG_AGO, before(9))).isEqualTo(Finding.Status.UP);
  }

  @Test
  void saysThatAnEntryWaitsForItsSeal() {
    assertThat(judge(verified(1), LONG_AGO, before(11))).isEqualTo(Finding.Status.DEGRADED);
  }

  @Test
  void saysThatNobodyVerifiedForLong() {
    assertThat(judge(verified(27), LONG_AGO, Optional.empty())).isEqualTo(Finding.Status.DEGRADED);
  }

  @Test
  void givesANewInstallationTheTimeUntilItsFirstProof() {
    assertThat(judge(Optional.empty(), Optional.empty(), Optional.empty()))
        .isEqualTo(Finding.Status.UP);
    assertThat(judge(Optional.empty(), before(60), Optional.empty())).isEqualTo(Finding.Status.UP);
    assertThat(judge(Optional.empty(), LONG_AGO, Optional.empty()))
        .isEqualTo(Finding.Status.DEGRADED);
  }

  @Test
  void isDownForABrokenChainWhateverElseIsTrue() {
    var broken = new Verdict(false, 1, 1, 0, "1:ab", new Verdict.Broken(1, "changed"));
    var noted = Optional.of(new Verdict.Noted(NOW, broken));
    assertThat(judge(noted, LONG_AGO, before(60))).isEqualTo(Finding.Status.DOWN);
  }

  private static Finding.Status judge(
      Optional<Verdict.Noted> noted, Optional<Instant> oldest, Optional<Instant> unsealed) {
    return Auditing.judge(noted, new Verification.Waiting(oldest, unsealed), NOW).status();
  }

  private static Optional<Verdict.Noted> verified(int hoursAgo) {
    var intact = new Verdict(true, 1, 1, 0, "1:ab", null);
    return Optional.of(new Verdict.Noted(NOW.minus(Duration.ofHours(hoursAgo)), intact));
  }

  private static Optional<Instant> before(int minutes) {
    return Optional.of(NOW.minus(Duration.ofMinutes(minutes)));
  }
}
