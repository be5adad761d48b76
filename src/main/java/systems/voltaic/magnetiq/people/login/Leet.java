package systems.voltaic.magnetiq.people.login;

/** Digits and signs that stand for letters, as in "p4$$w0rd". */
final class Leet {

  private static final String SIGNS = "@4301!$57";
  private static final String LETTERS = "aaeoiisst";

  static String undone(String lower) {
    var plain = new StringBuilder(lower.length());
    lower.chars().map(Leet::letter).forEach(letter -> plain.append((char) letter));
    return plain.toString();
  }

  private static int letter(int sign) {
    int at = SIGNS.indexOf(sign);
    return at < 0 ? sign : LETTERS.charAt(at);
  }

  private Leet() {}
}
