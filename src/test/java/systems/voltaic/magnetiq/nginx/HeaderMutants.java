package systems.voltaic.magnetiq.nginx;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/** Names one letter away from those that decide where a request ends; the same on every run. */
final class HeaderMutants {
  private static final List<String> NAMES =
      List.of("Content-Length", "Transfer-Encoding", "Host", "Connection");
  private static final long SEED = 20260101;

  static List<String> of(int wanted) {
    var random = new Random(SEED);
    var mutants = new LinkedHashSet<String>();
    while (mutants.size() < wanted) {
      var name = NAMES.get(mutants.size() % NAMES.size());
      var mutant = mutate(name, random);
      if (NAMES.stream().noneMatch(mutant::equalsIgnoreCase)) {
        mutants.add(mutant);
      }
    }
    return new ArrayList<>(mutants);
  }

  private static String mutate(String name, Random random) {
    var at = random.nextInt(name.length());
    var letter = (char) ('a' + random.nextInt(26));
    return switch (random.nextInt(4)) {
      case 0 -> name.substring(0, at) + letter + name.substring(at + 1);
      case 1 -> name.substring(0, at) + letter + name.substring(at);
      case 2 -> name.substring(0, at) + name.substring(at + 1);
      default ->
          name.substring(0, at) + "_ \t.X".charAt(random.nextInt(5)) + name.substring(at + 1);
    };
  }

  private HeaderMutants() {}
}
