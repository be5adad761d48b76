package systems.voltaic.magnetiq.loadtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reference and subject in turns; a pair that somebody else's load disturbed is taken again. */
final class Pairs {

  private static final double FOREIGN = 0.15;

  /** One run of either side: how much a second, and what it cost. */
  record Side(double perSecond, double cpuMicros) {}

  record Pair(Side reference, Side subject, double foreign) {

    double ratio() {
      return subject.perSecond() / reference.perSecond();
    }
  }

  interface Run {
    Side once() throws Exception;
  }

  /** Where all of twice as many were disturbed, the least disturbed are kept. */
  static List<Pair> take(int wanted, Run reference, Run subject) throws Exception {
    var all = new ArrayList<Pair>();
    while (all.size() < wanted * 2 && clean(all).size() < wanted) {
      var before = Cpu.read();
      Side first = reference.once();
      Side second = subject.once();
      all.add(new Pair(first, second, before.foreignShare()));
      System.out.printf(Locale.ROOT, "  %s ratio %.3f%n", last(all), last(all).ratio());
    }
    var kept = clean(all);
    return kept.size() >= wanted ? kept : quietest(all, wanted);
  }

  private static Pair last(List<Pair> all) {
    return all.get(all.size() - 1);
  }

  private static List<Pair> clean(List<Pair> all) {
    return all.stream().filter(pair -> pair.foreign() <= FOREIGN).toList();
  }

  private static List<Pair> quietest(List<Pair> all, int wanted) {
    return all.stream()
        .sorted((a, b) -> Double.compare(a.foreign(), b.foreign()))
        .limit(wanted)
        .toList();
  }

  static Figure figure(String id, String what, double must, double aim, List<Pair> pairs) {
    var ratios = pairs.stream().map(Pair::ratio).toList();
    return Figure.least(id, what, must, aim, ratios)
        .with("reference", "%,.0f/s", rate(pairs.stream().map(Pair::reference).toList()))
        .with("subject", "%,.0f/s", rate(pairs.stream().map(Pair::subject).toList()))
        .with("cpu of reference", "%.1f µs", cpu(pairs.stream().map(Pair::reference).toList()))
        .with("cpu of subject", "%.1f µs", cpu(pairs.stream().map(Pair::subject).toList()))
        .with("foreign load", "%.0f %%", 100 * foreign(pairs));
  }

  /** Processor time of a request, subject ÷ reference. */
  static double cpuRatio(List<Pair> pairs) {
    return cpu(pairs.stream().map(Pair::subject).toList())
        / cpu(pairs.stream().map(Pair::reference).toList());
  }

  private static double rate(List<Side> sides) {
    return Figure.median(sides.stream().map(Side::perSecond).toList());
  }

  private static double cpu(List<Side> sides) {
    return Figure.median(sides.stream().map(Side::cpuMicros).toList());
  }

  private static double foreign(List<Pair> pairs) {
    return Figure.median(pairs.stream().map(Pair::foreign).toList());
  }

  private Pairs() {}
}
