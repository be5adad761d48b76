package systems.voltaic.magnetiq.people.session;

import java.time.Duration;

/** What stands between the first step of signing in and the second. */
public final class FactorTicket {

  public static final String PURPOSE = "factor";

  /** Whichever way the second step is taken, it is taken within this time. */
  public static final Duration LIFE = Duration.ofMinutes(5);

  public static final int TRIES = 5;

  private FactorTicket() {}
}
