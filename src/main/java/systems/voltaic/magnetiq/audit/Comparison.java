package systems.voltaic.magnetiq.audit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Says in a sentence what is wrong with a seal, or with the entries it covers; null for nothing.
 */
final class Comparison {

  static String fault(Seal seal, Seal before) {
    return seal.follows(before)
        ? null
        : "the seal was changed: its hash does not fit what it holds and the seal before it";
  }

  static String fault(Seal seal, List<Line> lines) {
    Map<UUID, Line> there = new HashMap<>();
    lines.forEach(line -> there.put(line.id(), line));
    for (int i = 0; i < seal.entries(); i++) {
      Line line = there.remove(seal.markedId(i));
      if (line == null) {
        return "entry " + seal.markedId(i) + " was removed";
      }
      if (!Arrays.equals(line.digest(), seal.markedDigest(i))) {
        return "entry " + line.id() + " was changed";
      }
    }
    return lines.size() == seal.entries() ? null : "entry " + extra(there, lines) + " was inserted";
  }

  /** Without an id of its own it is a second one of the last. */
  private static UUID extra(Map<UUID, Line> unmarked, List<Line> lines) {
    return unmarked.keySet().stream().min(UUID::compareTo).orElse(lines.get(lines.size() - 1).id());
  }

  private Comparison() {}
}
