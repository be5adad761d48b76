package systems.voltaic.magnetiq.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import systems.voltaic.magnetiq.json.Table;

/** permissions.yaml: who may call an operation, how often, and on which surface it lies. */
public final class Permissions {

  static final String PUBLIC = "public";

  /**
   * The line of one operation: a word, or a map of permission, limit and surface.
   *
   * @param limit a rule of the limits, or "none"
   */
  record Line(String permission, String limit, Surface surface) {

    boolean isPublic() {
      return permission.equals(PUBLIC);
    }
  }

  private final Map<String, Line> lines = new LinkedHashMap<>();

  private Permissions(JsonNode table) {
    table.properties().forEach(entry -> lines.put(entry.getKey(), line(entry.getValue())));
  }

  public static Permissions of(String text) {
    return new Permissions(Contract.yaml(text));
  }

  public static Permissions packaged() {
    return new Permissions(Table.named("permissions"));
  }

  /** Every permission that some operation takes. */
  public Set<String> asked() {
    return lines.values().stream()
        .filter(line -> !line.isPublic())
        .map(Line::permission)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Those that open nothing while only these surfaces are on. */
  public Set<String> off(Set<Surface> on) {
    var off = new HashSet<>(asked());
    lines.values().stream()
        .filter(line -> on.contains(line.surface()))
        .map(Line::permission)
        .forEach(off::remove);
    return off;
  }

  Map<String, Line> lines() {
    return lines;
  }

  private static Line line(JsonNode value) {
    String permission = value.isTextual() ? value.asText() : value.path("permission").asText();
    boolean open = permission.equals(PUBLIC);
    String limit = value.path("limit").asText(open ? "api" : "admin");
    String surface = value.path("surface").asText(open ? PUBLIC : "admin");
    return new Line(permission, limit, Surface.valueOf(surface.toUpperCase(Locale.ROOT)));
  }
}
