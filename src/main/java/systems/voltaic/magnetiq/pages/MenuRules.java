package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.fault.Fault.Detail;
import systems.voltaic.magnetiq.schema.CompiledSchema;

/** What the menus of a frame may be. */
public final class MenuRules {

  private final Map<String, CompiledSchema> byPlace = new HashMap<>();

  /** The contract's frame says which places there are. */
  public MenuRules(JsonNode contract) {
    for (var place :
        contract.at("/components/schemas/Frame/properties/menus/properties").properties()) {
      byPlace.put(place.getKey(), CompiledSchema.of(contract, place.getValue()));
    }
  }

  void check(String place, JsonNode items) {
    CompiledSchema schema = byPlace.get(place);
    if (schema == null) {
      throw Fault.notFound("menu", place);
    }
    var faults = new ArrayList<Detail>(schema.faults(items));
    Links.check(items, "", faults);
    if (!faults.isEmpty()) {
      throw Fault.invalid("invalid", "the menu does not match the contract", faults);
    }
  }
}
