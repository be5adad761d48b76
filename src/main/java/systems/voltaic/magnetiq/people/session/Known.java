package systems.voltaic.magnetiq.people.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Identity;

/** A live session or API key as the database knew it at a version of all rights. */
final class Known {

  private final long version;
  private final UUID id;
  private final Identity identity;
  private final Set<String> permissions;
  private final Optional<Instant> expiresAt;
  private final boolean enrolling;
  private volatile Instant activeAt;
  private volatile Instant notedAt;

  private Known(
      long version,
      UUID id,
      Identity identity,
      Set<String> permissions,
      Optional<Instant> expiresAt,
      boolean enrolling,
      Instant activeAt) {
    this.version = version;
    this.id = id;
    this.identity = identity;
    this.permissions = permissions;
    this.expiresAt = expiresAt;
    this.enrolling = enrolling;
    this.activeAt = activeAt;
    this.notedAt = activeAt;
  }

  static Known ofSession(
      long version,
      UUID session,
      UUID person,
      Set<String> permissions,
      boolean enrolling,
      int rank,
      Instant authenticatedAt,
      Instant activeAt,
      Instant expiresAt) {
    var identity = new Identity(person, Optional.of(session), rank, authenticatedAt);
    return new Known(
        version, session, identity, permissions, Optional.of(expiresAt), enrolling, activeAt);
  }

  /** A key never proves who is there: acts that need a fresh proof are not for it. */
  static Known ofKey(
      long version,
      UUID key,
      UUID owner,
      Set<String> permissions,
      int rank,
      Optional<Instant> expiresAt,
      Optional<Instant> usedAt) {
    var identity = new Identity(owner, Optional.empty(), rank, Instant.EPOCH);
    return new Known(
        version, key, identity, permissions, expiresAt, false, usedAt.orElse(Instant.EPOCH));
  }

  long version() {
    return version;
  }

  UUID id() {
    return id;
  }

  Identity identity() {
    return identity;
  }

  Set<String> permissions() {
    return permissions;
  }

  /** A second factor is asked of the person, and this session proved none. */
  boolean isEnrolling() {
    return enrolling;
  }

  boolean isOver(Instant now) {
    return expiresAt.map(end -> !now.isBefore(end)).orElse(false);
  }

  boolean isIdle(Instant now, Duration most) {
    return activeAt.plus(most).isBefore(now);
  }

  /** True when that has to be written down, which is at most once a minute. */
  boolean act(Instant now) {
    activeAt = now;
    boolean due = notedAt.plus(Lifetimes.PRECISION).isBefore(now);
    if (due) {
      notedAt = now;
    }
    return due;
  }
}
