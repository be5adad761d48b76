package systems.voltaic.magnetiq.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A failure the caller may be told about; it knows nothing of HTTP. */
public final class Fault extends RuntimeException {

  public enum Kind {
    INVALID,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    GONE,
    STALE,
    RULE,
    LOCKED,
    LIMITED,
    UNAVAILABLE,
    FULL
  }

  /** One thing wrong with what was sent: where (JSON pointer), a stable code, and a sentence. */
  public record Detail(String pointer, String code, String message) {}

  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final String code;
  private final transient List<Detail> details;
  private final Duration retryAfter;

  private Fault(Kind kind, String code, String message, List<Detail> details, Duration retryAfter) {
    super(message, null, false, false);
    this.kind = kind;
    this.code = code;
    this.details = List.copyOf(details);
    this.retryAfter = retryAfter;
  }

  /** The code names the sentence in the catalogues; the message is its English form. */
  public static Fault of(Kind kind, String code, String message) {
    return new Fault(kind, code, message, List.of(), null);
  }

  public static Fault invalid(String code, String message, List<Detail> details) {
    return new Fault(Kind.INVALID, code, message, details, null);
  }

  public static Fault notFound(String what, Object key) {
    return of(Kind.NOT_FOUND, "not-found", what + " " + key + " does not exist");
  }

  public static Fault conflict(String code, String message) {
    return of(Kind.CONFLICT, code, message);
  }

  /** Somebody else changed it since the caller read it. */
  public static Fault stale(long seen, long current) {
    return of(
        Kind.STALE,
        "stale",
        "you changed version " + seen + ", but version " + current + " is current");
  }

  public static Fault rule(String code, String message, Detail... details) {
    return new Fault(Kind.RULE, code, message, List.of(details), null);
  }

  public static Fault limited(Duration retryAfter) {
    return new Fault(Kind.LIMITED, "limited", "too many requests", List.of(), retryAfter);
  }

  /** The same thing is being done right now. */
  public static Fault inFlight(String code, String message, Duration retryAfter) {
    return new Fault(Kind.CONFLICT, code, message, List.of(), retryAfter);
  }

  /** Shut for a while. */
  public static Fault locked(String code, String message, Duration retryAfter) {
    return new Fault(Kind.LOCKED, code, message, List.of(), retryAfter);
  }

  public static Fault unavailable(String code, String message, Duration retryAfter) {
    return new Fault(Kind.UNAVAILABLE, code, message, List.of(), retryAfter);
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public List<Detail> details() {
    return details;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
