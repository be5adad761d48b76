package systems.voltaic.magnetiq.people.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Argon2id and what it costs; hashes are written as PHC strings, which name their own cost.
 *
 * @param memory in KiB
 */
record Argon2(int memory, int passes, int lanes) {

  static final Argon2 STANDARD = new Argon2(19_456, 2, 1);

  private static final int HASH_BYTES = 32;
  private static final int LEAST_PER_LANE = 8;
  private static final int MOST_MEMORY = 262_144;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  String hash(String password, byte[] salt, Argon2Memory space) {
    return phc(salt, space.hash(this, password.getBytes(UTF_8), salt, HASH_BYTES));
  }

  /** The hash of no password: looking at it takes as long as looking at any. */
  String nobodys(byte[] salt) {
    return phc(salt, new byte[HASH_BYTES]);
  }

  private String phc(byte[] salt, byte[] hash) {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(memory, passes, lanes, text(salt), text(hash));
  }

  /** With the cost that the hash names, not with ours. */
  static boolean verify(String password, String phc, Argon2Memory space) {
    Matcher parts = parts(phc);
    byte[] wanted = bytes(parts.group(5));
    byte[] found =
        space.hash(of(parts), password.getBytes(UTF_8), bytes(parts.group(4)), wanted.length);
    return MessageDigest.isEqual(wanted, found);
  }

  /** Whether the hash was cheaper than we want it now. */
  boolean outgrew(String phc) {
    Argon2 then = of(parts(phc));
    return then.memory < memory || then.passes < passes || then.lanes < lanes;
  }

  private static Argon2 of(Matcher parts) {
    var cost =
        new Argon2(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)));
    if (cost.lanes < 1 || cost.passes < 1 || cost.memory < LEAST_PER_LANE * cost.lanes) {
      throw new IllegalArgumentException("a password hash names a cost that no hash can have");
    }
    if (cost.memory > MOST_MEMORY) {
      throw new IllegalArgumentException("a password hash asks for too much memory");
    }
    return cost;
  }

  private static Matcher parts(String phc) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an Argon2id hash");
    }
    return parts;
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text);
  }
}
