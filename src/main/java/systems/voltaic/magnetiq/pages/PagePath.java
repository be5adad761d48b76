package systems.voltaic.magnetiq.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.access.Language;

/** Where a page is: "services/training" in the tables, "/de/leistungen" in the address bar. */
public final class PagePath {

  static final int LONGEST = 300;

  private static final Pattern ADDRESS =
      Pattern.compile("~|[a-z0-9]+(-[a-z0-9]+)*(~[a-z0-9]+(-[a-z0-9]+)*){0,5}");

  /** Whether it is a path as the API writes it: "~" in place of "/", the home page is "~". */
  static boolean isAddress(String text) {
    return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
  }

  static String ofAddress(String address) {
    return address.equals("~") ? "" : address.replace('~', '/');
  }

  /** As in the address bar. */
  public static String href(Language language, String path) {
    String prefix = language == Language.EN ? "" : "/" + language.tag();
    return path.isEmpty() && !prefix.isEmpty() ? prefix : prefix + "/" + path;
  }

  /** The paths above it, the home page first. */
  static List<String> parents(String path) {
    List<String> parents = new ArrayList<>();
    if (!path.isEmpty()) {
      parents.add("");
    }
    for (int i = path.indexOf('/'); i > 0; i = path.indexOf('/', i + 1)) {
      parents.add(path.substring(0, i));
    }
    return parents;
  }

  private PagePath() {}
}
