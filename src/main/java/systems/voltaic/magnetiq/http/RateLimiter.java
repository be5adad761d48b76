package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** Decides whether a client may do one more of what a rule counts. */
@FunctionalInterface
public interface RateLimiter {

  /**
   * What was decided.
   *
   * @param limit how many the tightest window of the rule allows
   * @param remaining how many of them are left
   * @param resetSeconds when all of them are back
   * @param waitSeconds after how long one more is allowed; 0 when it is allowed now
   */
  record Verdict(
      boolean allowed,
      long limit,
      long remaining,
      long resetSeconds,
      long waitSeconds,
      String policy) {

    private static final CharSequence POLICY = HttpHeaders.createOptimized("ratelimit-policy");
    private static final CharSequence STATE = HttpHeaders.createOptimized("ratelimit");
    private static final CharSequence LIMIT = HttpHeaders.createOptimized("x-ratelimit-limit");
    private static final CharSequence REMAINING =
        HttpHeaders.createOptimized("x-ratelimit-remaining");
    private static final CharSequence RESET = HttpHeaders.createOptimized("x-ratelimit-reset");

    void mark(MultiMap headers) {
      String left = Long.toString(remaining);
      String reset = Long.toString(resetSeconds);
      headers.add(POLICY, policy);
      headers.add(STATE, "\"default\";r=" + left + ";t=" + reset);
      headers.add(LIMIT, Long.toString(limit));
      headers.add(REMAINING, left);
      headers.add(RESET, reset);
    }
  }

  Future<Verdict> take(String rule, String key);
}
