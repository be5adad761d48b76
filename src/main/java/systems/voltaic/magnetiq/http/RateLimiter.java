package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;

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

    void mark(MultiMap headers) {
      String left = Long.toString(remaining);
      String reset = Long.toString(resetSeconds);
      headers.set("ratelimit-policy", policy);
      headers.set("ratelimit", "\"default\";r=" + left + ";t=" + reset);
      headers.set("x-ratelimit-limit", Long.toString(limit));
      headers.set("x-ratelimit-remaining", left);
      headers.set("x-ratelimit-reset", reset);
    }
  }

  Future<Verdict> take(String rule, String key);
}
