package systems.voltaic.magnetiq.live;

import java.util.Set;
import java.util.UUID;

/** Who listens: somebody of the staff in one session. */
record Guest(UUID person, UUID session, String name, Set<String> permissions) {

  boolean may(String permission) {
    return permissions.contains("*") || permissions.contains(permission);
  }

  Guest now(Set<String> permissions) {
    return new Guest(person, session, name, permissions);
  }
}
