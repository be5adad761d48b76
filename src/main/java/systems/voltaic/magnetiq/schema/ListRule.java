package systems.voltaic.magnetiq.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** Keywords for lists. */
record ListRule(Shape items, int fewest, int most) implements Rule {

  @Override
  public void check(JsonNode value, String at, Faults faults) {
    if (!value.isArray()) {
      return;
    }
    if (value.size() < fewest) {
      faults.add(at, "minItems:" + fewest, "must have " + fewest + " entries or more");
    }
    if (value.size() > most) {
      faults.add(at, "maxItems:" + most, "must have " + most + " entries or fewer");
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      items.check(value.get(i), at + "/" + i, faults);
    }
  }
}
