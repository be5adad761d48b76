package systems.voltaic.magnetiq.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** One keyword of a schema; what it does not concern passes. */
@FunctionalInterface
interface Rule {
  void check(JsonNode value, String at, Faults faults);
}
