package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import systems.voltaic.magnetiq.access.Language;

/**
 * Everything around a page.
 *
 * @param menus by their place: main, action, footer, legal
 */
public record Frame(Language locale, Site site, Map<String, JsonNode> menus) {

  /** Who shows the pages. */
  public record Site(
      String name,
      String tagline,
      String contactEmail,
      String phone,
      String address,
      String baseUrl) {}
}
