package systems.voltaic.magnetiq.people.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Six digits that a phone computes from a shared secret and the time (RFC 6238). */
final class Totp {

  static final Duration STEP = Duration.ofSeconds(30);

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SECRET_BYTES = 20;
  private static final int MODULUS = 1_000_000;

  static String newSecret(RandomGenerator random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return base32(bytes);
  }

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
  }

  static String code(String secret, long step) {
    byte[] hash = hmac(bytes(secret), ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
    return String.format(Locale.ROOT, "%06d", number % MODULUS);
  }

  /** The step whose code it is: this one, or a neighbour, for clocks that are a little off. */
  static OptionalLong match(String secret, String typed, Instant now) {
    byte[] wanted = typed.getBytes(UTF_8);
    OptionalLong found = OptionalLong.empty();
    for (long step = step(now) - 1; step <= step(now) + 1; step++) {
      if (MessageDigest.isEqual(code(secret, step).getBytes(UTF_8), wanted)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** What the square holds for the phone. */
  static String uri(String issuer, String account, String secret) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
        .formatted(escaped(issuer), escaped(account), secret, escaped(issuer));
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private static String base32(byte[] bytes) {
    var text = new StringBuilder();
    for (int bit = 0; bit < bytes.length * 8; bit += 5) {
      int value = 0;
      for (int i = bit; i < bit + 5; i++) {
        value = value << 1 | (bytes[i / 8] >> (7 - i % 8) & 1);
      }
      text.append(ALPHABET.charAt(value));
    }
    return text.toString();
  }

  private static byte[] bytes(String base32) {
    byte[] bytes = new byte[base32.length() * 5 / 8];
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      int value = ALPHABET.indexOf(base32.charAt(bit / 5));
      bytes[bit / 8] |= (byte) ((value >> (4 - bit % 5) & 1) << (7 - bit % 8));
    }
    return bytes;
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA1", e);
    }
  }

  private Totp() {}
}
