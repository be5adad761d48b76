package systems.voltaic.magnetiq.loadtest;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures what it is asked for: names such as P3, or all, and a profile. */
public final class Measure {

  private interface Taking {
    Figure take() throws Exception;
  }

  private final Rig rig;
  private final Map<String, List<Taking>> measures = new LinkedHashMap<>();

  private Measure(Rig rig, Profile profile) {
    this.rig = rig;
    var reads = new PointRead(rig, profile);
    var jobs = new JobRate(rig, profile);
    var restarts = new Restarts(rig, profile);
    var starts = new Starts(rig, profile);
    var pages = new CachedPages(rig, profile);
    measures.put("P18", List.of(starts::ready, starts::memory));
    measures.put("P1", List.of(pages::pageJson, pages::pageHtml));
    measures.put("P2", List.of(pages::pageFile, pages::assetFile));
    measures.put("P3", List.of(reads::p3));
    measures.put("P4", List.of(reads::p4));
    measures.put("P14", List.of(jobs::p14, jobs::mails));
    measures.put("P17", List.of(restarts::redis, restarts::postgres));
    var judge = new Lighthouse(rig, profile);
    measures.put(
        "P20",
        List.of(
            judge::performance,
            judge::accessibility,
            judge::practices,
            judge::findability,
            judge::scripts));
    var freshness = new Freshness(rig, profile);
    measures.put("P13", List.of(freshness::data, freshness::page, freshness::throughNginx));
    measures.put("P15", List.of(new Storm(rig, profile)::p15));
    measures.put("P12", List.of(new Misses(rig, profile)::p12));
    measures.put("P19P", List.of(new PeopleLists(rig, profile)::p95));
  }

  public static void main(String[] arguments) throws Exception {
    var names = new ArrayList<String>();
    Profile profile = Profile.FULL;
    for (String argument : arguments) {
      if (argument.startsWith("--")) {
        profile = Profile.of(argument);
      } else {
        names.add(argument.toUpperCase(Locale.ROOT));
      }
    }
    try {
      measure(names, profile);
    } catch (Unusable e) {
      System.err.println("Cannot measure: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void measure(List<String> names, Profile profile) throws Exception {
    try (var rig = new Rig()) {
      System.out.println("Logs and data are in " + rig.folder());
      new Measure(rig, profile).take(names, profile);
    }
  }

  private void take(List<String> names, Profile profile) throws Exception {
    var figures = new ArrayList<Figure>();
    for (var measure : asked(names).entrySet()) {
      System.out.println("Measuring " + measure.getKey() + " …");
      for (Taking taking : measure.getValue()) {
        figures.add(taking.take());
        System.out.println(figures.get(figures.size() - 1));
        report(figures, profile);
      }
    }
    System.out.println("Report: " + Rig.source("target/report/index.html"));
  }

  private Map<String, List<Taking>> asked(List<String> names) {
    if (names.isEmpty() || names.contains("ALL")) {
      return measures;
    }
    for (String name : names) {
      if (!measures.containsKey(name)) {
        throw new Unusable(name + " is no measure: use all or " + measures.keySet());
      }
    }
    var chosen = new LinkedHashMap<>(measures);
    chosen.keySet().retainAll(names);
    return chosen;
  }

  private void report(List<Figure> figures, Profile profile) throws Exception {
    var system = ManagementFactory.getOperatingSystemMXBean();
    var machine = new LinkedHashMap<String, String>();
    machine.put("profile", profile.name());
    machine.put("processors", system.getAvailableProcessors() + "");
    machine.put("load average", String.format(Locale.ROOT, "%.1f", system.getSystemLoadAverage()));
    machine.put("java", Child.run(List.of(rig.java() + "", "-version")).lines().findFirst().get());
    machine.put("postgres", rig.postgres().version());
    Path folder = Rig.source("target/report");
    new Report(machine, figures).write(folder);
  }
}
