package systems.voltaic.magnetiq.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A YAML file of the program as the build turned it into JSON, which is read ten times as fast. */
public final class Table {

  public static JsonNode named(String name) {
    try (var in = Table.class.getResourceAsStream("/tables/" + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException(
            "the program lacks its table " + name + ": build it with mvn package");
      }
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the table " + name, e);
    }
  }

  private Table() {}
}
