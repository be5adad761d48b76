package systems.voltaic.magnetiq.schema;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import systems.voltaic.magnetiq.fault.Fault.Detail;

/** What is wrong with a value, up to as much as anybody would read. */
final class Faults {

  private static final int MOST = 100;

  private final List<Detail> found = new ArrayList<>();

  void add(String at, String code, String message) {
    if (found.size() < MOST) {
      found.add(new Detail(at, code, message));
    }
  }

  List<Detail> found() {
    return found;
  }

  static String below(String at, String field) {
    boolean plain = field.indexOf('/') < 0 && field.indexOf('~') < 0;
    return at + (plain ? "/" + field : JsonPointer.empty().appendProperty(field).toString());
  }
}
