package systems.voltaic.magnetiq.loadtest;

/** How long and how often: a figure to quote takes the full one. */
record Profile(
    String name,
    int pairs,
    int seconds,
    int warmSeconds,
    int changes,
    int jobs,
    int mails,
    int starts,
    int idleSeconds) {

  static final Profile FULL = new Profile("full", 5, 10, 15, 200, 250_000, 20_000, 5, 300);
  static final Profile QUICK = new Profile("quick", 3, 4, 15, 200, 150_000, 8_000, 3, 30);
  static final Profile SMOKE = new Profile("smoke", 1, 1, 1, 10, 100_000, 200, 1, 1);

  static Profile of(String argument) {
    return switch (argument) {
      case "--full" -> FULL;
      case "--quick" -> QUICK;
      case "--smoke" -> SMOKE;
      default -> throw new Unusable(argument + " is no profile: use --full, --quick or --smoke");
    };
  }
}
