package systems.voltaic.magnetiq.schema;

import io.vertx.json.schema.OutputUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import systems.voltaic.magnetiq.fault.Fault.Detail;

/** Makes what a validator says fit to be told. */
final class SchemaFaults {

  private static final Set<String> MERELY_PARENTS =
      Set.of("$ref", "properties", "items", "allOf", "anyOf", "additionalProperties");

  static List<Detail> of(List<OutputUnit> errors) {
    List<OutputUnit> all = errors == null ? List.of() : errors;
    var seen = new LinkedHashSet<Detail>();
    for (OutputUnit error : all) {
      String keyword = keyword(error);
      if (!MERELY_PARENTS.contains(keyword)) {
        seen.add(detail(error, keyword));
      }
    }
    if (seen.isEmpty()) {
      all.forEach(error -> seen.add(detail(error, "additionalProperties")));
    }
    return new ArrayList<>(seen);
  }

  private static String keyword(OutputUnit error) {
    String location = error.getKeywordLocation();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static Detail detail(OutputUnit error, String keyword) {
    return new Detail(pointer(error.getInstanceLocation()), keyword, error.getError());
  }

  private static String pointer(String location) {
    return location.startsWith("#") ? location.substring(1) : location;
  }

  private SchemaFaults() {}
}
