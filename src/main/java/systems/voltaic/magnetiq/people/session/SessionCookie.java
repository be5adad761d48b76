package systems.voltaic.magnetiq.people.session;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What brings the next access token: which session, and the secret of this turn. */
record SessionCookie(UUID session, String secret) {

  static final String NAME = "__Host-magnetiq";

  private static final int SECRET_BYTES = 32;
  private static final int SECRET_LENGTH = 43;
  private static final int ID_LENGTH = 36;
  private static final String RULES = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=";

  static SessionCookie make(UUID session, RandomGenerator random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return new SessionCookie(
        session, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Empty when it cannot be one of ours. */
  static Optional<SessionCookie> parse(String value) {
    boolean fits =
        value.length() == ID_LENGTH + 1 + SECRET_LENGTH
            && value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[A-Za-z0-9_-]{43}");
    return fits
        ? Optional.of(
            new SessionCookie(
                UUID.fromString(value.substring(0, ID_LENGTH)), value.substring(ID_LENGTH + 1)))
        : Optional.empty();
  }

  Buffer hash() {
    return Buffer.buffer(Hashes.sha256(secret));
  }

  String header(Duration life) {
    return NAME + "=" + session + "." + secret + RULES + Math.max(1, life.toSeconds());
  }

  static String cleared() {
    return NAME + "=" + RULES + "0";
  }

  @Override
  public String toString() {
    return "SessionCookie[" + session + "]";
  }
}
