package systems.voltaic.magnetiq.people.session;

import java.time.Clock;
import java.time.Duration;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.fault.Fault;

/** Dangerous acts take a person who proved a moment ago who it is. */
public final class RecentProof {

  private static final Duration RECENT = Duration.ofMinutes(5);
  private static final String ASKED = "reauthenticate";

  private final Clock clock;

  public RecentProof(Clock clock) {
    this.clock = clock;
  }

  public void require(Caller caller) {
    var since = clock.instant().minus(RECENT);
    boolean proved =
        caller.person().filter(who -> who.authenticatedAt().isAfter(since)).isPresent();
    if (!proved) {
      throw Fault.of(Fault.Kind.FORBIDDEN, ASKED, "prove again who you are, then try once more");
    }
  }

  /** Whether it was refused for want of one, and goes through with it. */
  public static boolean isAsked(Fault fault) {
    return fault.code().equals(ASKED);
  }
}
