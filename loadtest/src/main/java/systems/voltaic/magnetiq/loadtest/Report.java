package systems.voltaic.magnetiq.loadtest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, for people and for programs. */
record Report(Map<String, String> machine, List<Figure> figures) {

  private static final String PAGE =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>Magnetiq: load test</title>
      <style>
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; color: #1a1a1a }
        table { border-collapse: collapse } th, td { padding: .4rem .8rem; text-align: left; vertical-align: top }
        tr { border-bottom: 1px solid #ddd } .number { text-align: right; white-space: nowrap }
        .met { color: #06623b } .missed { color: #a30000; font-weight: 600 }
      </style>
      <h1>Magnetiq: load test</h1>
      <p>%s</p>
      <table><tr><th>Measure<th>Must<th>Aim<th>Median<th>Least – greatest<th>Verdict<th>Beside it</tr>
      %s</table></html>
      """;

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("report.json"), json().encodePrettily());
    Files.writeString(folder.resolve("index.html"), page());
  }

  private JsonObject json() {
    var all = new JsonArray();
    figures.forEach(figure -> all.add(figure.toJson()));
    return new JsonObject().put("machine", new JsonObject(Map.copyOf(machine))).put("figures", all);
  }

  private String page() {
    String rows = figures.stream().map(Report::row).collect(Collectors.joining());
    return PAGE.formatted(named(machine), rows);
  }

  private static String row(Figure figure) {
    return String.format(
        Locale.ROOT,
        "<tr><td>%s %s<td class=number>%s%s<td class=number>%s%s<td class=number>%.3f%s"
            + "<td class=number>%.3f – %.3f<td class=%s>%s<td>%s</tr>%n",
        figure.id(),
        figure.what(),
        figure.must(),
        figure.unit(),
        figure.aim(),
        figure.unit(),
        figure.value(),
        figure.unit(),
        figure.least(),
        figure.greatest(),
        figure.met() ? "met" : "missed",
        verdict(figure),
        named(figure.details()));
  }

  private static String verdict(Figure figure) {
    if (figure.aimed()) {
      return "aim reached";
    }
    return figure.met() ? "must reached" : "missed";
  }

  private static String named(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining("; "));
  }
}
