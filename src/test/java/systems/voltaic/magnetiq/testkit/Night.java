package systems.voltaic.magnetiq.testkit;

/** How much a test takes on: enough for every day, or all of it with {@code -Pnight}. */
public final class Night {

  private static final boolean NOW = Boolean.getBoolean("magnetiq.night");

  public static int or(int byDay, int atNight) {
    return NOW ? atNight : byDay;
  }

  public static boolean now() {
    return NOW;
  }

  private Night() {}
}
