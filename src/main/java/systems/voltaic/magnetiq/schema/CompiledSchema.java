package systems.voltaic.magnetiq.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import systems.voltaic.magnetiq.fault.Fault.Detail;

/** A schema of the contract, compiled once; safe to be used on any thread. */
public final class CompiledSchema {

  private final Shape shape;

  private CompiledSchema(Shape shape) {
    this.shape = shape;
  }

  /** References of the schema lead into the root, which is the contract. */
  public static CompiledSchema of(JsonNode root, JsonNode schema) {
    return new CompiledSchema(new SchemaReader(root).read(schema));
  }

  /** What is wrong with the value, by JSON pointer; empty when it fits. */
  public List<Detail> faults(JsonNode value) {
    var faults = new Faults();
    shape.check(value, "", faults);
    return faults.found();
  }
}
