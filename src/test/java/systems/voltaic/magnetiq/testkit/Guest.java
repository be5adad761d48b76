package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.secret.Vault;
import systems.voltaic.magnetiq.secret.VaultConfig;
import systems.voltaic.magnetiq.testkit.Visitor.Answer;

/**
 * Somebody who is signed in: a session that was laid into the database, and what its owner holds.
 *
 * @param visitor sends the access token
 * @param cookie name and value
 */
public record Guest(Visitor visitor, String session, String token, String cookie, String csrf) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String OPEN =
      """
      INSERT INTO session (id, person_id, refresh, methods, client, agent, expires_at)
      VALUES ('%s', '%s', decode('%s', 'hex'), '{%s}', '192.0.2.0', 'Test', now() + '7 days')
      """;

  /** For an instance that was started with {@link Platform#on}. */
  public static Guest signIn(URI database, Visitor api, String person, String... methods)
      throws IOException {
    var laid = laid(database, api, person, methods);
    Answer answer = laid.refresh();
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.body());
    }
    return laid.after(answer);
  }

  /** The same before its first refresh: there is no access token yet. */
  public static Guest laid(URI database, Visitor api, String person, String... methods) {
    String id = UUID.randomUUID().toString();
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    String how = methods.length == 0 ? "password,totp" : String.join(",", methods);
    Sql.run(database, OPEN.formatted(id, person, Staff.hex(Staff.sha256(secret)), how));
    String cookie = "__Host-magnetiq=" + id + "." + secret;
    return new Guest(api.anonymous(), id, "", cookie, proof(id));
  }

  /** What one of our pages sends along with the cookie of this session. */
  public static String proof(String session) {
    var config = new VaultConfig(Platform.ENCRYPTION_KEY, Optional.empty());
    return new Vault(config, RANDOM).prove("csrf", session);
  }

  /** One turn of the session, as one of our pages asks for it. */
  public Answer refresh() throws IOException {
    return refresh(Map.of("X-CSRF-Token", csrf));
  }

  public Answer refresh(Map<String, String> headers) throws IOException {
    var all = new HashMap<>(headers);
    all.put("Cookie", cookie);
    return visitor.anonymous().send("POST", "/api/v1/auth/refresh", all, "");
  }

  /** With what the answer to a refresh brought. */
  public Guest after(Answer answer) {
    String set = answer.header("set-cookie");
    String token = answer.json().path("accessToken").asText();
    return new Guest(
        visitor.bearing(token),
        session,
        token,
        set.substring(0, set.indexOf(';')),
        answer.json().path("csrf").asText());
  }

  /** The same person talking to another instance. */
  public Guest at(Visitor other) {
    return new Guest(other.bearing(token), session, token, cookie, csrf);
  }
}
