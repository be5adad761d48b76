package systems.voltaic.magnetiq.loadtest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a measure came to.
 *
 * @param most true where less is better
 * @param details absolute figures beside it
 */
record Figure(
    String id,
    String what,
    String unit,
    boolean most,
    double must,
    double aim,
    List<Double> samples,
    Map<String, String> details) {

  /** At least so much. */
  static Figure least(String id, String what, double must, double aim, List<Double> samples) {
    return new Figure(id, what, "", false, must, aim, samples, new LinkedHashMap<>());
  }

  /** At most so much. */
  static Figure most(
      String id, String what, String unit, double must, double aim, List<Double> samples) {
    return new Figure(id, what, unit, true, must, aim, samples, new LinkedHashMap<>());
  }

  Figure with(String name, String value) {
    details.put(name, value);
    return this;
  }

  Figure with(String name, String format, Object... values) {
    return with(name, String.format(Locale.ROOT, format, values));
  }

  double value() {
    return median(samples);
  }

  double least() {
    return samples.stream().mapToDouble(d -> d).min().orElseThrow();
  }

  double greatest() {
    return samples.stream().mapToDouble(d -> d).max().orElseThrow();
  }

  boolean met() {
    return reaches(must);
  }

  boolean aimed() {
    return reaches(aim);
  }

  private boolean reaches(double bound) {
    return most ? value() <= bound : value() >= bound;
  }

  static double median(List<Double> samples) {
    var sorted = samples.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("what", what)
        .put("unit", unit)
        .put("must", must)
        .put("aim", aim)
        .put("met", met())
        .put("value", value())
        .put("samples", new JsonArray(samples))
        .put("details", new JsonObject(Map.copyOf(details)));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-4s %s: %.3f%s (%.3f to %.3f), must %s%s, aim %s%s: %s  %s",
        id,
        what,
        value(),
        unit,
        least(),
        greatest(),
        must,
        unit,
        aim,
        unit,
        met() ? "met" : "MISSED",
        details);
  }
}
