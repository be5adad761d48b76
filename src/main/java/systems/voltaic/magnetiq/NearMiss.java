package systems.voltaic.magnetiq;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Names that are almost, but not quite, names of the configuration. */
final class NearMiss {

  private static final int SHORTEST = 6;
  private static final int LONG = 9;

  static List<String> among(Set<String> given, Collection<String> known) {
    return given.stream()
        .filter(name -> !known.contains(name) && !known.contains(withoutFile(name)))
        .sorted()
        .flatMap(name -> meant(name, known))
        .toList();
  }

  private static Stream<String> meant(String name, Collection<String> known) {
    return known.stream()
        .filter(candidate -> near(withoutFile(name), candidate))
        .limit(1)
        .map(candidate -> name + ": did you mean " + candidate + "?");
  }

  private static String withoutFile(String name) {
    return name.endsWith("_FILE") ? name.substring(0, name.length() - 5) : name;
  }

  /** One slip in a short name, two in a long one; the shortest names are left to themselves. */
  private static boolean near(String name, String candidate) {
    int slips = candidate.length() >= LONG ? 2 : 1;
    return candidate.length() >= SHORTEST && distance(name, candidate) <= slips;
  }

  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = above[0];
      above[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = above[j];
        above[j] = Math.min(replaced, Math.min(above[j], above[j - 1]) + 1);
      }
    }
    return above[b.length()];
  }

  private NearMiss() {}
}
