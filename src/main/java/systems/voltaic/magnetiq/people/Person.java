package systems.voltaic.magnetiq.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Language;

/**
 * One of the staff.
 *
 * @param rank of the highest role; 0 without any
 * @param secondFactor whether one is enrolled
 * @param mayManage whether who asks may change this person
 */
public record Person(
    UUID id,
    String email,
    String name,
    Language language,
    String zone,
    State state,
    List<Held> roles,
    int rank,
    boolean secondFactor,
    boolean hasAvatar,
    Instant createdAt,
    Instant lastLoginAt,
    Instant deletedAt,
    long version,
    boolean mayManage) {

  /** Only an active person may sign in; a deleted one is kept a while to be brought back. */
  public enum State {
    @JsonProperty("invited")
    INVITED,
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("deactivated")
    DEACTIVATED,
    @JsonProperty("deleted")
    DELETED;

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT));
    }
  }

  /** A role that a person has. */
  public record Held(String name, Localized title) {}

  /** Who is asked in. */
  record Draft(String email, String name, Language language, String zone, List<String> roles) {

    static final String ZONE = "Europe/Berlin";

    String zoneOrDefault() {
      return zone == null ? ZONE : zone;
    }
  }

  /** What is to change; null is what stays. */
  record Patch(String name, Language language, String zone, List<String> roles) {}

  Person seenBy(Authority authority) {
    return new Person(
        id,
        email,
        name,
        language,
        zone,
        state,
        roles,
        rank,
        secondFactor,
        hasAvatar,
        createdAt,
        lastLoginAt,
        deletedAt,
        version,
        authority.manages(this));
  }

  List<String> roleNames() {
    return roles.stream().map(Held::name).toList();
  }

  String subject() {
    return "person:" + id;
  }

  /** What the audit may know: nothing that says who this is. */
  Trace trace() {
    return new Trace(state, roleNames());
  }

  record Trace(State state, List<String> roles) {}
}
