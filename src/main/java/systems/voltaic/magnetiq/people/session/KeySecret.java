package systems.voltaic.magnetiq.people.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * The text of an API key: {@code mq_live_}, 8 characters to tell keys apart, 32 that are secret, 6
 * that show a typing error before anybody looks it up.
 */
record KeySecret(String prefix, String text) {

  static final String START = "mq_live_";

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int NAME = 8;
  private static final int SECRET = 32;
  private static final int CHECK = 6;
  private static final int LENGTH = START.length() + NAME + SECRET + CHECK;

  static KeySecret make(RandomGenerator random) {
    var text = new StringBuilder(START);
    random.ints(NAME + SECRET, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
    return of(text + check(text.toString()));
  }

  /** Empty when it cannot be a key. */
  static Optional<KeySecret> parse(String text) {
    boolean fits = text.length() == LENGTH && text.startsWith(START);
    if (!fits || !text.substring(START.length()).chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
      return Optional.empty();
    }
    String checked = text.substring(0, LENGTH - CHECK);
    return check(checked).equals(text.substring(LENGTH - CHECK))
        ? Optional.of(of(text))
        : Optional.empty();
  }

  byte[] hash() {
    return Hashes.sha256(text);
  }

  private static KeySecret of(String text) {
    return new KeySecret(text.substring(0, START.length() + NAME), text);
  }

  private static String check(String text) {
    var sum = new CRC32();
    sum.update(text.getBytes(US_ASCII));
    var digits = new StringBuilder();
    for (long rest = sum.getValue(); digits.length() < CHECK; rest /= ALPHABET.length()) {
      digits.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
    }
    return digits.toString();
  }

  @Override
  public String toString() {
    return "KeySecret[" + prefix + "]";
  }
}
