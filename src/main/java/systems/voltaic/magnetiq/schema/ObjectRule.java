package systems.voltaic.magnetiq.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Keywords for objects.
 *
 * @param others what fields may be that have no name here; null where there may be none
 */
record ObjectRule(Map<String, Shape> fields, List<String> required, Shape others, int fewest)
    implements Rule {

  @Override
  public void check(JsonNode value, String at, Faults faults) {
    if (!value.isObject()) {
      return;
    }
    for (String name : required) {
      if (!value.has(name)) {
        faults.add(at, "required", "lacks \"" + name + "\"");
      }
    }
    if (value.size() < fewest) {
      faults.add(at, "minProperties:" + fewest, "must have " + fewest + " fields or more");
    }
    for (var field : value.properties()) {
      checkField(field.getKey(), field.getValue(), at, faults);
    }
  }

  private void checkField(String name, JsonNode value, String at, Faults faults) {
    Shape shape = fields.getOrDefault(name, others);
    String there = Faults.below(at, name);
    if (shape == null) {
      faults.add(there, "additionalProperties", "is not known");
    } else {
      shape.check(value, there, faults);
    }
  }
}
