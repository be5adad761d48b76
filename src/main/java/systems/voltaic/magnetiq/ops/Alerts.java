package systems.voltaic.magnetiq.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What somebody should look at now: thresholds crossed for minutes, and probes that are not up. */
public final class Alerts {

  /**
   * One thing to look at.
   *
   * @param severity warning or critical
   */
  record Alert(
      String name, String severity, Instant since, Double value, Double threshold, String text) {}

  private record Rule(String name, double threshold, ToDoubleFunction<Window> value, String text) {}

  /** Five minutes of samples. */
  private record Window(List<Sample> samples) {

    HttpTotals http() {
      return last().http().since(samples.get(0).http());
    }

    double mean(ToDoubleFunction<Sample> value) {
      return samples.stream().mapToDouble(value).average().orElse(0);
    }

    Sample last() {
      return samples.get(samples.size() - 1);
    }
  }

  private static final Duration LOOKED_AT = Duration.ofMinutes(5);
  private static final double FEW_REQUESTS = 20;

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "error-rate", 5, Alerts::errors, "More than 5 % of the answers are errors of ours."),
          new Rule(
              "slow-answers", 1, Alerts::p95, "One answer in twenty takes longer than a second."),
          new Rule(
              "cpu", 70, w -> w.mean(Sample::cpu) * 100, "The processor is busy: add an instance."),
          new Rule(
              "memory",
              80,
              w -> w.mean(Sample::memory) * 100,
              "The heap stays full after collections: raise its limit."),
          new Rule(
              "event-loop-lag",
              0.2,
              w -> w.mean(Sample::loopLag),
              "Event loops are held up: look for blocked-thread warnings in the log."));

  private final Performance performance;
  private final Health health;

  public Alerts(Performance performance, Health health) {
    this.performance = performance;
    this.health = health;
  }

  List<Alert> current() {
    var alerts = new ArrayList<Alert>();
    Window window = window(performance.samples());
    RULES.forEach(rule -> judge(rule, window, alerts));
    health.results().stream().filter(r -> !r.up()).map(Alerts::of).forEach(alerts::add);
    return alerts;
  }

  private static Window window(List<Sample> samples) {
    Instant from = samples.get(samples.size() - 1).at().minus(LOOKED_AT);
    return new Window(samples.stream().filter(s -> !s.at().isBefore(from)).toList());
  }

  private static void judge(Rule rule, Window window, List<Alert> alerts) {
    double value = Math.round(rule.value().applyAsDouble(window) * 100) / 100.0;
    if (value > rule.threshold()) {
      Instant since = window.samples().get(0).at();
      alerts.add(new Alert(rule.name(), "warning", since, value, rule.threshold(), rule.text()));
    }
  }

  private static Alert of(ProbeResult result) {
    String severity = result.core() && result.down() ? "critical" : "warning";
    return new Alert(result.name(), severity, result.since(), null, null, result.effect());
  }

  /** One failure in the night is not a rate. */
  private static double errors(Window window) {
    HttpTotals http = window.http();
    return http.requests() < FEW_REQUESTS ? 0 : http.errorPercent();
  }

  private static double p95(Window window) {
    HttpTotals http = window.http();
    return http.requests() < FEW_REQUESTS ? 0 : http.percentileSeconds(0.95);
  }
}
