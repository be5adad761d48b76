package systems.voltaic.magnetiq.people.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import systems.voltaic.magnetiq.json.Table;

/** roles.yaml: what the built-in roles may do; each has what the lower ones have. */
public final class Rights {

  /** What every live session of a person may do, and no API key. */
  public static final String SELF = "self";

  /** The rank of the owners of an installation. */
  public static final int HIGHEST = 40;

  private static final int ADMIN = 30;

  private static final Map<String, Integer> RANKS =
      Map.of("viewer", 10, "consultant", 10, "editor", 20, "admin", ADMIN, "super_admin", HIGHEST);

  private final Map<String, List<String>> own = new LinkedHashMap<>();
  private final Map<String, String> lowest = new LinkedHashMap<>();

  private Rights(Map<String, List<String>> roles, Set<String> asked) {
    roles.forEach(this::take);
    refuseMissing(asked);
  }

  /** The packaged ones; refused when they lack what operations ask for. */
  public static Rights packaged(Set<String> asked) {
    var roles = new LinkedHashMap<String, List<String>>();
    for (var role : Table.named("roles").properties()) {
      var permissions = new ArrayList<String>();
      role.getValue().forEach(permission -> permissions.add(permission.asText()));
      roles.put(role.getKey(), permissions);
    }
    return new Rights(roles, asked);
  }

  public static Rights of(Map<String, List<String>> roles, Set<String> asked) {
    return new Rights(roles, asked);
  }

  /** Every permission there is, from the lowest role's on. */
  public Set<String> all() {
    return Set.copyOf(lowest.keySet());
  }

  /** The lowest built-in role that has it, for every permission in the order of roles.yaml. */
  public Map<String, String> lowest() {
    return Map.copyOf(lowest);
  }

  /** Whether a role is an admin's, by its rank or by what it may do. */
  public boolean weighs(int rank, Collection<String> permissions) {
    return rank >= ADMIN || permissions.stream().anyMatch(this::isAdmins);
  }

  private boolean isAdmins(String permission) {
    return Optional.ofNullable(lowest.get(permission)).map(RANKS::get).orElse(0) >= ADMIN;
  }

  /** What a built-in role may do. */
  public Set<String> ofBuiltIn(String role) {
    var all = new LinkedHashSet<String>(own.getOrDefault(role, List.of()));
    int rank = Optional.ofNullable(RANKS.get(role)).orElse(0);
    own.forEach((other, permissions) -> addLower(all, rank, other, permissions));
    return all;
  }

  /** What somebody with these roles may do; unknown words of custom roles mean nothing. */
  public Set<String> of(Collection<String> builtIn, Collection<String> custom) {
    var all = new TreeSet<String>(custom);
    all.retainAll(lowest.keySet());
    builtIn.forEach(role -> all.addAll(ofBuiltIn(role)));
    return all;
  }

  private static void addLower(Set<String> all, int rank, String other, List<String> permissions) {
    if (RANKS.get(other) < rank) {
      all.addAll(permissions);
    }
  }

  private void take(String role, List<String> permissions) {
    if (!RANKS.containsKey(role)) {
      throw new IllegalStateException("roles.yaml names " + role + ", which is no built-in role");
    }
    own.put(role, List.copyOf(permissions));
    for (String permission : permissions) {
      String before = lowest.put(permission, role);
      if (before != null) {
        throw new IllegalStateException(
            "roles.yaml names " + permission + " twice, under " + before + " and " + role);
      }
    }
  }

  private void refuseMissing(Set<String> asked) {
    var missing = new TreeSet<>(asked);
    missing.removeAll(lowest.keySet());
    missing.remove(SELF);
    if (!missing.isEmpty() || lowest.containsKey(SELF)) {
      throw new IllegalStateException(
          missing.isEmpty()
              ? "roles.yaml names self, which is no permission of a role"
              : "roles.yaml has no line for " + String.join(", ", missing));
    }
  }
}
