package systems.voltaic.magnetiq.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** One call under an Idempotency-Key: what it is known by, and what it asked. */
final class Claim {

  private final String scope;
  private final String key;
  private final byte[] fingerprint;
  private boolean made;

  private Claim(String scope, String key, byte[] fingerprint) {
    this.scope = scope;
    this.key = key;
    this.fingerprint = fingerprint;
  }

  /** Strangers may pick the same key: for them what they ask is part of the scope. */
  static Claim of(Repeats.Once once) {
    byte[] fingerprint = fingerprint(once);
    String scope = once.caller().actor() + " " + once.caller().operation();
    boolean stranger = once.caller().actor().equals(Identities.ANONYMOUS);
    String full = stranger ? scope + " " + HexFormat.of().formatHex(fingerprint) : scope;
    return new Claim(full, once.key(), fingerprint);
  }

  String scope() {
    return scope;
  }

  String key() {
    return key;
  }

  String name() {
    return scope + "\n" + key;
  }

  byte[] fingerprint() {
    return fingerprint;
  }

  boolean asksTheSameAs(byte[] other) {
    return Arrays.equals(fingerprint, other);
  }

  /** True once: only the first transaction of a call carries its claim. */
  boolean make() {
    boolean first = !made;
    made = true;
    return first;
  }

  private static byte[] fingerprint(Repeats.Once once) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(once.address().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return digest.digest(once.body().getBytes());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
