package systems.voltaic.magnetiq.people.session;

import java.time.Duration;

/**
 * How long things last, as the settings are now.
 *
 * @param access of an access token
 * @param refresh of a session, however busy it is
 * @param idle of a session in which nobody does anything
 */
public record Lifetimes(Duration access, Duration refresh, Duration idle) {

  /** Activity is written at most so often, so an idle session may live this much longer. */
  static final Duration PRECISION = Duration.ofMinutes(1);

  Duration mostIdle() {
    return idle.plus(PRECISION);
  }

  int idleMinutes() {
    return (int) idle.toMinutes();
  }
}
