package systems.voltaic.magnetiq.site;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Optional;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.access.Language;

/**
 * Where a page stands.
 *
 * @param whole the path as it is written in links
 * @param path the same without the prefix of the language and the first slash
 */
record Address(Language language, String whole, String path) {

  private static final int LONGEST = 300;
  private static final String MARKS = "/-_.~%+,:@()'!*$;=&";
  private static final Pattern SLASHES = Pattern.compile("/{2,}");

  static Address home(Language language) {
    return parse(language == Language.EN ? "/" : "/" + language.locale().getLanguage());
  }

  /** Empty for what no page can have. */
  static Optional<Address> of(String path) {
    if (path.length() > LONGEST || isOdd(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(path.indexOf('%') < 0 ? path : decoded(path)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** How the path should have been written; itself when it is well. */
  static String canonical(String path) {
    String plain = path.contains("//") ? SLASHES.matcher(path).replaceAll("/") : path;
    if (plain.equals("/en") || plain.startsWith("/en/")) {
      plain = plain.length() <= 4 ? "/" : plain.substring(3);
    }
    return plain.length() > 1 && plain.endsWith("/")
        ? plain.substring(0, plain.length() - 1)
        : plain;
  }

  private static boolean isOdd(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!word && MARKS.indexOf(c) < 0) {
        return true;
      }
    }
    return false;
  }

  private static Address parse(String path) {
    if (path.equals("/de")) {
      return new Address(Language.DE, path, "");
    }
    return path.startsWith("/de/")
        ? new Address(Language.DE, path, path.substring(4))
        : new Address(Language.EN, path, path.substring(1));
  }

  private static String decoded(String path) {
    String plain = new QueryStringDecoder(path.replace("+", "%2B")).path();
    if (plain.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("control characters");
    }
    return plain;
  }
}
