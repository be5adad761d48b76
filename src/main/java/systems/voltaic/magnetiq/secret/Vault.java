package systems.voltaic.magnetiq.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** Secrets at rest: AES-256-GCM, each bound to its purpose and naming the key that opens it. */
public final class Vault {

  private static final String FORM = "v1";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final Map<String, VaultKey> keys = new LinkedHashMap<>();
  private final VaultKey current;
  private final SecureRandom random;

  public Vault(VaultConfig config, SecureRandom random) {
    this.random = random;
    this.current = VaultKey.derive(config.key());
    config.previous().map(VaultKey::derive).ifPresent(key -> keys.put(key.id(), key));
    keys.put(current.id(), current);
  }

  /** A purpose names the row and column, so that a sealed text is worthless anywhere else. */
  public String seal(String purpose, String secret) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed =
        apply(Cipher.ENCRYPT_MODE, current, nonce, purpose, secret.getBytes(UTF_8), "seal");
    return String.join(".", FORM, current.id(), text(nonce), text(sealed));
  }

  public String open(String purpose, String sealed) {
    String[] parts = sealed.split("\\.", 5);
    if (parts.length != 4 || !parts[0].equals(FORM)) {
      throw new IllegalArgumentException("not a sealed secret");
    }
    VaultKey key = keys.get(parts[1]);
    if (key == null) {
      throw new IllegalStateException(
          "a secret was sealed with another key: set ENCRYPTION_KEY_PREVIOUS to the key used"
              + " before");
    }
    byte[] secret =
        apply(Cipher.DECRYPT_MODE, key, bytes(parts[2]), purpose, bytes(parts[3]), "open");
    return new String(secret, UTF_8);
  }

  /** What proves that this text came from here; it is no secret of its own. */
  public String prove(String purpose, String text) {
    return text(current.prove(purpose, text));
  }

  /** Whether the proof was made here for this purpose, by the current or the previous key. */
  public boolean proves(String purpose, String text, String proof) {
    byte[] given = proof.getBytes(UTF_8);
    boolean proven = false;
    for (VaultKey key : keys.values()) {
      byte[] ours = text(key.prove(purpose, text)).getBytes(UTF_8);
      proven |= MessageDigest.isEqual(ours, given);
    }
    return proven;
  }

  /** Whether the previous key still guards it, so that it has to be sealed again. */
  public boolean outdated(String sealed) {
    return !sealed.startsWith(mark());
  }

  /** How everything begins that the current key guards. */
  public String mark() {
    return FORM + "." + current.id() + ".";
  }

  /** Who reads and writes the database only can make no such signature. */
  public Signature sign(String purpose, String message) {
    return new Signature(current.id(), text(current.prove(purpose, message)));
  }

  public Signature.Judgement judge(String purpose, String message, Signature signature) {
    VaultKey key = keys.get(signature.key());
    if (key == null) {
      return Signature.Judgement.UNKNOWN_KEY;
    }
    return MessageDigest.isEqual(
            text(key.prove(purpose, message)).getBytes(UTF_8), signature.code().getBytes(UTF_8))
        ? Signature.Judgement.GENUINE
        : Signature.Judgement.FORGED;
  }

  private static byte[] apply(
      int mode, VaultKey key, byte[] nonce, String purpose, byte[] input, String verb) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot " + verb + " the secret of " + purpose, e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
