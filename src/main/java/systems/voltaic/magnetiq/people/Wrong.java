package systems.voltaic.magnetiq.people;

import java.time.ZoneId;
import java.util.Set;
import systems.voltaic.magnetiq.fault.Fault;

/** What the contract cannot say about what is typed. */
final class Wrong {

  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  static Fault field(String pointer, String code, String message) {
    var detail = new Fault.Detail(pointer, code, message);
    return Fault.rule("person-rules", "something does not fit", detail);
  }

  /** A region such as Europe/Berlin, or UTC: what survives a change of the clocks. */
  static String zone(String typed) {
    boolean region = typed.contains("/") && !typed.startsWith("SystemV/");
    if (!ZONES.contains(typed) || !(region || typed.equals("UTC"))) {
      throw field("/zone", "zone", "must be a time zone such as Europe/Berlin");
    }
    return typed;
  }

  private Wrong() {}
}
