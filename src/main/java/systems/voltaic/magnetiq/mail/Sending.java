package systems.voltaic.magnetiq.mail;

import io.vertx.core.net.TrustOptions;
import java.time.Duration;
import java.util.Optional;
import systems.voltaic.magnetiq.job.Backoff;

/**
 * How hard a mail server is pressed.
 *
 * @param connections on the line at a time
 * @param inHand claimed at a time: more than connections, so that none waits for work
 * @param deadline to wait for a line, as much again to open one, and as much again for the mail
 * @param trust whom to trust besides the authorities that Java trusts
 */
record Sending(
    int connections, int inHand, Duration deadline, Backoff backoff, Optional<TrustOptions> trust) {

  /** About three days, with the waits of the standard backoff. */
  static final int ATTEMPTS = 32;

  static Sending standard() {
    var backoff = new Backoff(Duration.ofSeconds(30), Duration.ofHours(4));
    return new Sending(16, 512, Duration.ofMinutes(1), backoff, Optional.empty());
  }

  /** Longer than all three, so that what became of a mail is written down while it is ours. */
  Duration lease() {
    return deadline.multipliedBy(4);
  }
}
