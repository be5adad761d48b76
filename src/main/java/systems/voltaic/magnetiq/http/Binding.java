package systems.voltaic.magnetiq.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds contract, permissions and bound operations equal: what one of them lacks is no default. */
final class Binding {

  static void check(Contract contract, Permissions permissions, Api api) {
    List<String> ids = contract.operations().stream().map(Operation::id).toList();
    Set<String> declared = new TreeSet<>(ids);
    var faults = new ArrayList<String>();
    if (declared.size() < ids.size()) {
      faults.add("openapi.yaml uses an operationId twice");
    }
    faults.addAll(
        difference(declared, api.operations(), "nothing is bound to", "the contract lacks"));
    faults.addAll(
        difference(
            declared,
            permissions.lines(),
            "permissions.yaml has no line for",
            "permissions.yaml names unknown"));
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join("; ", faults));
    }
  }

  private static List<String> difference(
      Set<String> declared, Map<String, ?> there, String lacking, String surplus) {
    var faults = new ArrayList<String>();
    add(faults, lacking, declared, there.keySet());
    add(faults, surplus, there.keySet(), declared);
    return faults;
  }

  private static void add(
      List<String> faults, String sentence, Set<String> all, Set<String> without) {
    String names =
        all.stream().filter(id -> !without.contains(id)).sorted().collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      faults.add(sentence + " " + names);
    }
  }

  private Binding() {}
}
