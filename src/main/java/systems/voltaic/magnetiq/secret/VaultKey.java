package systems.voltaic.magnetiq.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** One key and the name under which sealed texts refer to it, both derived by HKDF (RFC 5869). */
record VaultKey(String id, SecretKey secret, SecretKey proof) {

  private static final byte[] SALT = "magnetiq vault".getBytes(UTF_8);
  private static final int ID_CHARACTERS = 16;

  static VaultKey derive(String configured) {
    byte[] extracted = hmac(SALT, configured.getBytes(UTF_8));
    byte[] key = expand(extracted, "aes-256-gcm");
    String id = HexFormat.of().formatHex(expand(extracted, "key id"));
    byte[] proof = expand(extracted, "hmac-sha-256");
    return new VaultKey(
        id.substring(0, ID_CHARACTERS),
        new SecretKeySpec(key, "AES"),
        new SecretKeySpec(proof, "HmacSHA256"));
  }

  /** What nobody can make who has not this key. */
  byte[] prove(String purpose, String text) {
    return hmac(proof, (purpose + "\u0000" + text).getBytes(UTF_8));
  }

  /** The first block is all that is needed: 32 bytes. */
  private static byte[] expand(byte[] extracted, String use) {
    return hmac(extracted, (use + "\u0001").getBytes(UTF_8));
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    return hmac(new SecretKeySpec(key, "HmacSHA256"), message);
  }

  private static byte[] hmac(SecretKey key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "VaultKey[" + id + "]";
  }
}
