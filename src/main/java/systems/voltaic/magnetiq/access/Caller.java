package systems.voltaic.magnetiq.access;

import java.util.Optional;
import java.util.Set;

/**
 * Who asks, and in which request: passed down by hand so that audit, limits and logs know it.
 *
 * @param actor what the audit names, such as "person:…", "key:…" or "system:schedule"
 * @param client what limits count by: the person or key, else an address (IPv6 by /64)
 * @param network where it came from, for the audit, which keeps no whole address
 * @param operation the contract's operation id, or the name of the background work
 * @param permissions what it may do
 * @param person who it is, when it is one of the staff
 */
public record Caller(
    String actor,
    String client,
    String network,
    String requestId,
    String operation,
    Language language,
    Set<String> permissions,
    Optional<Identity> person) {

  /** Whoever is counted by where the call came from. */
  public Caller(
      String actor,
      String client,
      String requestId,
      String operation,
      Language language,
      Set<String> permissions,
      Optional<Identity> person) {
    this(actor, client, client, requestId, operation, language, permissions, person);
  }

  /** Nobody of the staff. */
  public Caller(
      String actor,
      String client,
      String requestId,
      String operation,
      Language language,
      Set<String> permissions) {
    this(actor, client, requestId, operation, language, permissions, Optional.empty());
  }

  /** Work that no request caused. */
  public static Caller system(String work) {
    return new Caller("system:" + work, "system", work, work, Language.EN, Set.of("*"));
  }

  /** The same call, once it is known whose it is. */
  public Caller behind(String known) {
    return new Caller(known, client, network, requestId, operation, language, permissions, person);
  }

  public boolean may(String permission) {
    return permissions.contains("*") || permissions.contains(permission);
  }
}
