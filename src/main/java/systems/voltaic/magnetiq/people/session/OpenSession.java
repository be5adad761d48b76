package systems.voltaic.magnetiq.people.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A session as whoever may end it sees it.
 *
 * @param person null where it is the caller's own
 * @param current the one that asks
 * @param client the masked address it was opened from
 */
record OpenSession(
    UUID id,
    Person person,
    boolean current,
    String client,
    String agent,
    List<String> methods,
    Instant createdAt,
    Instant activeAt,
    Instant expiresAt) {

  record Person(UUID id, String name, String email) {}

  OpenSession seenFrom(UUID session) {
    return new OpenSession(
        id, person, id.equals(session), client, agent, methods, createdAt, activeAt, expiresAt);
  }

  OpenSession own() {
    return new OpenSession(
        id, null, current, client, agent, methods, createdAt, activeAt, expiresAt);
  }
}
