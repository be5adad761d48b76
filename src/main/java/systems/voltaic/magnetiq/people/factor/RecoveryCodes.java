package systems.voltaic.magnetiq.people.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What somebody keeps on paper for the day the phone is lost: 79 bits each, good for once. */
final class RecoveryCodes {

  static final int COUNT = 10;

  /** Without the letters and digits that are taken for others. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int CHARACTERS = 16;
  private static final int GROUP = 4;

  static List<String> make(RandomGenerator random) {
    return Stream.generate(() -> code(random)).limit(COUNT).toList();
  }

  private static String code(RandomGenerator random) {
    var code = new StringBuilder();
    for (int i = 0; i < CHARACTERS; i++) {
      code.append(i > 0 && i % GROUP == 0 ? "-" : "");
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** The person is part of it: equal codes of two people have nothing in common. */
  static byte[] hash(UUID person, String code) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return digest.digest(("recovery:" + person + ":" + plain(code)).getBytes(UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String plain(String typed) {
    return typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private RecoveryCodes() {}
}
