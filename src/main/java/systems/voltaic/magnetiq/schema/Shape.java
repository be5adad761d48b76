package systems.voltaic.magnetiq.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a schema asks of a value, keyword by keyword; it may refer to itself. */
final class Shape implements Rule {

  private final List<Rule> rules = new ArrayList<>();

  void add(Rule rule) {
    rules.add(rule);
  }

  @Override
  public void check(JsonNode value, String at, Faults faults) {
    for (Rule rule : rules) {
      rule.check(value, at, faults);
    }
  }

  boolean fits(JsonNode value) {
    var faults = new Faults();
    check(value, "", faults);
    return faults.found().isEmpty();
  }
}
