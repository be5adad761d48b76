package systems.voltaic.magnetiq.people.session;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.fault.Fault;

/** How a machine signs in; the secret itself is known to nobody here. */
record ApiKey(
    UUID id,
    String name,
    String prefix,
    List<String> scopes,
    Owner owner,
    Instant createdAt,
    Instant expiresAt,
    Instant lastUsedAt,
    Instant revokedAt,
    long version) {

  record Owner(UUID id, String name) {}

  /** What the audit keeps of it: it never forgets, so it must not know names of people. */
  record Trace(String name, List<String> scopes, Instant expiresAt, UUID owner) {}

  Trace trace() {
    return new Trace(name, scopes, expiresAt, owner.id());
  }

  /** What is asked for; without an end it lives until it is revoked. */
  record Draft(String name, List<String> scopes, String expiresAt) {

    Optional<Instant> end() {
      return Optional.ofNullable(expiresAt).map(Draft::moment);
    }

    private static Instant moment(String text) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeParseException notOne) {
        throw wrongEnd();
      }
    }

    static Fault wrongEnd() {
      String sentence = "must be a moment in the future, such as 2027-01-31T12:00Z";
      return Fault.rule(
          "key-end", "the end " + sentence, new Fault.Detail("/expiresAt", "key-end", sentence));
    }
  }

  /** A new key, and the one moment its secret is seen. */
  record Made(ApiKey key, String secret) {

    @Override
    public String toString() {
      return "Made[" + key.prefix() + "]";
    }
  }
}
