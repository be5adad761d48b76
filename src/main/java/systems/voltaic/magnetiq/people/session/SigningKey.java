package systems.voltaic.magnetiq.people.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A pair that signs access tokens.
 *
 * @param privateKey empty when its seal cannot be opened here: then it only verifies
 * @param retiredAt when the last token it signed is out; empty while that is not planned
 */
record SigningKey(
    String id,
    PublicKey publicKey,
    Optional<PrivateKey> privateKey,
    Instant signsFrom,
    Optional<Instant> retiredAt) {

  static final String ALGORITHM = "Ed25519";
  static final int SIGNATURE = 64;

  /** The one first part a token signed with it can have. */
  String header() {
    String json = "{\"alg\":\"EdDSA\",\"typ\":\"at+jwt\",\"kid\":\"" + id + "\"}";
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  boolean signsAt(Instant now) {
    return privateKey.isPresent() && !signsFrom.isAfter(now) && verifiesAt(now);
  }

  boolean verifiesAt(Instant now) {
    return retiredAt.map(now::isBefore).orElse(true);
  }

  byte[] sign(byte[] message) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey.orElseThrow());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign with key " + id, e);
    }
  }

  boolean verifies(byte[] message, byte[] signed) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(publicKey);
      signature.update(message);
      return signed.length == SIGNATURE && signature.verify(signed);
    } catch (GeneralSecurityException notOne) {
      return false;
    }
  }

  static PublicKey publicKey(String text) {
    try {
      var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(text));
      return KeyFactory.getInstance(ALGORITHM).generatePublic(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a signing key is damaged", e);
    }
  }

  static PrivateKey privateKey(String text) {
    try {
      var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text));
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a signing key is damaged", e);
    }
  }

  static String text(java.security.Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}
