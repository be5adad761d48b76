package systems.voltaic.magnetiq.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Takes out of a record what the audit must not keep. */
final class Secrets {

  private static final Pattern NAMES =
      Pattern.compile("(?i).*(password|secret|token|apikey|credential|seed|privatekey).*");

  static JsonNode removed(JsonNode tree) {
    if (tree == null) {
      return null;
    }
    JsonNode copy = tree.deepCopy();
    clean(copy);
    return copy;
  }

  private static void clean(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().stream()
          .filter(field -> NAMES.matcher(field.getKey()).matches())
          .toList()
          .forEach(field -> object.put(field.getKey(), "(removed)"));
    }
    node.forEach(Secrets::clean);
  }

  private Secrets() {}
}
