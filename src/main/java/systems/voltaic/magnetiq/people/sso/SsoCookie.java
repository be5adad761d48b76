package systems.voltaic.magnetiq.people.sso;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import systems.voltaic.magnetiq.http.Call;

/**
 * Binds the way to the provider and back to one browser: what it holds is the verifier of the code
 * (RFC 7636), of which everybody else knows only the challenge.
 */
record SsoCookie(String verifier) {

  private static final String NAME = "__Host-magnetiq-sso";
  private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=";
  private static final int BYTES = 32;
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  static SsoCookie make(RandomGenerator random) {
    return new SsoCookie(random(random));
  }

  static Optional<SsoCookie> of(Call call) {
    return call.cookie(NAME).filter(value -> value.length() == 43).map(SsoCookie::new);
  }

  static String random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return TEXT.encodeToString(bytes);
  }

  String challenge() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return TEXT.encodeToString(hash);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  boolean answers(String challenge) {
    return challenge().equals(challenge);
  }

  String header() {
    return NAME + "=" + verifier + ATTRIBUTES + SsoLogins.PATIENCE.toSeconds();
  }

  static String cleared() {
    return NAME + "=" + ATTRIBUTES + "0";
  }

  @Override
  public String toString() {
    return "SsoCookie[hidden]";
  }
}
