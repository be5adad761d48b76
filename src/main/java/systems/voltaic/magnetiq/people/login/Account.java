package systems.voltaic.magnetiq.people.login;

import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;

/** A person as far as signing in is concerned. */
record Account(
    UUID id,
    String email,
    String key,
    String name,
    Language language,
    String state,
    Optional<String> password) {

  boolean isActive() {
    return state.equals("active");
  }

  boolean isInvited() {
    return state.equals("invited");
  }

  String subject() {
    return "person:" + id;
  }

  /** The same call, once it is known whose it is. */
  Caller behind(Caller anonymous) {
    return anonymous.behind(subject());
  }
}
