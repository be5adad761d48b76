package systems.voltaic.magnetiq.http;

import java.util.List;
import systems.voltaic.magnetiq.http.Limits.Rule;
import systems.voltaic.magnetiq.http.Limits.Window;
import systems.voltaic.magnetiq.http.RateLimiter.Verdict;

/** What one client has used of one rule, as GCRA: when its next arrival is due, for each window. */
final class Bucket {

  private final String key;
  private final Rule rule;
  private final String policy;
  private final long[] due;
  private int untold;

  Bucket(String key, Rule rule) {
    this.key = key;
    this.rule = rule;
    this.policy = rule.policy();
    this.due = new long[rule.windows().size()];
  }

  boolean isFor(Rule current) {
    return rule.equals(current);
  }

  String key() {
    return key;
  }

  List<Window> windows() {
    return rule.windows();
  }

  boolean isStrict() {
    return rule.strict();
  }

  /** True when it had nothing to tell before. */
  synchronized boolean note() {
    return untold++ == 0;
  }

  /** What was taken since this was last asked. */
  synchronized int tell() {
    int count = untold;
    untold = 0;
    return count;
  }

  /** Takes one of every window, or of none. */
  synchronized Verdict take(long now) {
    List<Window> windows = rule.windows();
    long wait = 0;
    for (int i = 0; i < due.length; i++) {
      Window window = windows.get(i);
      long next = Math.max(due[i], now) + window.intervalMicros();
      wait = Math.max(wait, next - now - window.toleranceMicros());
    }
    if (wait <= 0) {
      for (int i = 0; i < due.length; i++) {
        due[i] = Math.max(due[i], now) + windows.get(i).intervalMicros();
      }
    }
    return verdict(now, wait);
  }

  /** Another instance has seen this client too. */
  synchronized void learn(int window, long sharedDue) {
    due[window] = Math.max(due[window], sharedDue);
  }

  /** The others have used it up. */
  synchronized Verdict refused(long now) {
    long wait = 1;
    for (int i = 0; i < due.length; i++) {
      wait = Math.max(wait, due[i] - now - rule.windows().get(i).toleranceMicros());
    }
    return verdict(now, wait);
  }

  private Verdict verdict(long now, long wait) {
    long least = Long.MAX_VALUE;
    int tightest = 0;
    for (int i = 0; i < due.length; i++) {
      Window window = rule.windows().get(i);
      long used = Math.max(0, due[i] - now);
      long left = Math.max(0, (window.toleranceMicros() - used) / window.intervalMicros());
      if (left < least) {
        least = left;
        tightest = i;
      }
    }
    return new Verdict(
        wait <= 0,
        rule.windows().get(tightest).count(),
        least,
        seconds(Math.max(0, due[tightest] - now)),
        wait <= 0 ? 0 : Math.max(1, seconds(wait)),
        policy);
  }

  private static long seconds(long micros) {
    return (micros + 999_999) / 1_000_000;
  }
}
