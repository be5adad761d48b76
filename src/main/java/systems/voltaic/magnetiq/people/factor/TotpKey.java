package systems.voltaic.magnetiq.people.factor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A confirmed phone as it stands, with the wrong codes that were tried on it. Only who knows the
 * password can try, and nothing but codes is locked: passkeys, recovery codes and the mailed link
 * lead past it.
 *
 * @param secret sealed: readable for the vault only
 * @param lastStep the newest one whose code was used
 */
record TotpKey(
    String secret,
    long lastStep,
    int failures,
    Optional<Instant> failedAt,
    Optional<Instant> lockedUntil) {

  private static final int FREE = 5;
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration MEMORY = Duration.ofDays(1);

  /** How long nobody may try; empty when one may. */
  Optional<Duration> locked(Instant now) {
    return lockedUntil.filter(end -> end.isAfter(now)).map(end -> Duration.between(now, end));
  }

  TotpKey used(long step) {
    return new TotpKey(secret, step, 0, Optional.empty(), Optional.empty());
  }

  TotpKey failed(Instant now) {
    boolean forgotten = failedAt.map(at -> at.plus(MEMORY).isBefore(now)).orElse(true);
    int all = forgotten ? 1 : failures + 1;
    Optional<Instant> end = all < FREE ? Optional.empty() : Optional.of(now.plus(delay(all)));
    return new TotpKey(secret, lastStep, all, Optional.of(now), end);
  }

  private static Duration delay(int failures) {
    var delay = FIRST.multipliedBy(1L << Math.min(failures - FREE, 10));
    return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
  }
}
