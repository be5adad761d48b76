package systems.voltaic.magnetiq.integration.webhook;

import java.time.Duration;
import java.time.Instant;

/** One endpoint in one instance: how many calls are on the way, and whether it deserves more. */
final class Circuit {

  private final Patience patience;
  private int inFlight;
  private int failures;
  private Instant closedAgain = Instant.MIN;

  Circuit(Patience patience) {
    this.patience = patience;
  }

  /** After a rest a single call tries whether the endpoint is well again. */
  boolean enter(Instant now) {
    int most = isBroken() ? 1 : patience.inFlight();
    if (inFlight >= most || now.isBefore(closedAgain)) {
      return false;
    }
    inFlight++;
    return true;
  }

  void leave(boolean answered, Instant now) {
    inFlight--;
    failures = answered ? 0 : failures + 1;
    if (isBroken()) {
      closedAgain = now.plus(patience.rest());
    }
  }

  /** When to come back after having been refused. */
  Duration rest(Instant now) {
    Duration left = isBroken() ? Duration.between(now, closedAgain) : Duration.ZERO;
    return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
  }

  boolean isBroken() {
    return failures >= patience.failures();
  }
}
