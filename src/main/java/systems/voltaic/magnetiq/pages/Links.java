package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.fault.Fault.Detail;

/** Where links may lead, beyond what the contract's pattern says. */
final class Links {

  private static final Set<String> FIELDS = Set.of("href", "src");

  private static final Pattern KINDS =
      Pattern.compile("(/(?![/\\\\])|#|https://|mailto:|tel:)[^\\\\\\s]*");

  static void check(JsonNode node, String pointer, List<Detail> faults) {
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      check(node.get(i), pointer + "/" + i, faults);
    }
    for (var field : node.properties()) {
      String here = pointer + "/" + field.getKey();
      if (FIELDS.contains(field.getKey()) && !isSafe(field.getValue().asText())) {
        faults.add(new Detail(here, "page-link", "leads nowhere that a page may lead to"));
      }
      check(field.getValue(), here, faults);
    }
  }

  /** For links that no schema has seen. */
  static boolean isOfThisKind(String href) {
    return KINDS.matcher(href).matches() && isSafe(href);
  }

  static boolean isSafe(String href) {
    boolean odd = href.chars().anyMatch(c -> Character.isISOControl(c) || c == '\\');
    return !odd && (!href.startsWith("https:") || isHost(href)) && !forgesHeaders(href);
  }

  private static boolean isHost(String href) {
    try {
      URI uri = URI.create(href);
      return uri.getHost() != null && uri.getUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean forgesHeaders(String href) {
    return href.startsWith("mailto:") && href.toLowerCase(Locale.ROOT).contains("%0");
  }

  private Links() {}
}
