package systems.voltaic.magnetiq.integration.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves to a partner that a call is ours and fresh: HMAC-SHA256 over time and body. */
final class Signature {

  private static final int SECRET_BYTES = 32;

  static String header(String secret, Instant at, Buffer body) {
    long seconds = at.getEpochSecond();
    Buffer signed = Buffer.buffer(seconds + ".").appendBuffer(body);
    return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hmac(secret, signed.getBytes()));
  }

  static String newSecret(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] hmac(String secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  private Signature() {}
}
