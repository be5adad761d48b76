package systems.voltaic.magnetiq.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How often what may be done: rules by name. */
public record Limits(Map<String, Rule> rules) {

  /** So many in such a time, and so many at once. */
  public record Window(int count, Duration per, int burst) {

    long intervalMicros() {
      return Math.max(1, per.toNanos() / 1000 / count);
    }

    long toleranceMicros() {
      return intervalMicros() * burst;
    }
  }

  /**
   * All windows must allow it.
   *
   * @param strict wait for what other instances counted, instead of learning it a moment later
   */
  public record Rule(List<Window> windows, boolean strict) {

    String policy() {
      var text = new StringBuilder();
      for (Window window : windows) {
        text.append(text.isEmpty() ? "" : ", ").append("\"default\";q=").append(window.count());
        text.append(";w=").append(window.per().toSeconds());
      }
      return text.toString();
    }
  }

  public static Limits defaults() {
    return new Limits(
        Map.of(
            "api", rule(false, window(100, 60, 20), window(5000, 3600, 500)),
            "admin", rule(false, window(600, 60, 100)),
            "login", rule(true, window(5, 60, 5)),
            "refresh", rule(false, window(60, 60, 20)),
            "form", rule(true, window(10, 60, 10)),
            "download", rule(true, window(10, 300, 10))));
  }

  Rule rule(String name) {
    return rules.get(name);
  }

  private static Rule rule(boolean strict, Window... windows) {
    return new Rule(List.of(windows), strict);
  }

  private static Window window(int count, int seconds, int burst) {
    return new Window(count, Duration.ofSeconds(seconds), burst);
  }
}
