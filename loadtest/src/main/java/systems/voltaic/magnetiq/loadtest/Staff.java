package systems.voltaic.magnetiq.loadtest;

/** Whom the measurements act for: a made-up owner of a database that goes with them. */
final class Staff {

  /** It opens nothing else. */
  static final String AUTHORIZATION =
      "Bearer mq_live_LoadTestOnlyForLoadTestsNothingElse12345cnkvx3";

  /** Makes the key known; once more changes nothing. */
  static void join(Postgres postgres) throws Exception {
    postgres.script("staff.sql");
  }

  private Staff() {}
}
