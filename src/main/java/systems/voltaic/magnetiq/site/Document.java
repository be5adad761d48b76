package systems.voltaic.magnetiq.site;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.site.render.Rendered;

/** The HTML document around what the components write. */
final class Document {

  private static final String[] PLACES = {
    "<html lang=\"en\">", "<!--head-->", "<!--body-->", "<!--view-->"
  };

  private final String[] parts = new String[PLACES.length + 1];
  private final String build;

  /**
   * @param script the components, whose change makes every page another one
   */
  Document(String template, String script) {
    String rest = template;
    for (int i = 0; i < PLACES.length; i++) {
      int at = rest.indexOf(PLACES[i]);
      if (at < 0) {
        throw new IllegalStateException("the document of the pages lacks " + PLACES[i]);
      }
      parts[i] = rest.substring(0, at);
      rest = rest.substring(at + PLACES[i].length());
    }
    parts[PLACES.length] = rest;
    build = hash(template + script);
  }

  /** Tells pages of this build from those of another. */
  String build() {
    return build;
  }

  Buffer page(Rendered rendered, String view) {
    return write(rendered.language(), rendered.head(), rendered.body(), view);
  }

  /** Without what the components write: the browser has them write it. */
  Buffer shell(Language language, View view) {
    JsonNode tree = Json.tree(view);
    String site = tree.at("/frame/site/name").asText();
    String title = tree.at("/page/seo/title").asText(site);
    var head = new StringBuilder("<title>").append(escaped(title)).append("</title>");
    String description = tree.at("/page/seo/description").asText("");
    if (!description.isEmpty()) {
      head.append("<meta name=\"description\" content=\"")
          .append(escaped(description))
          .append("\">");
    }
    if (tree.at("/page/seo/noindex").asBoolean(view.page() == null)) {
      head.append("<meta name=\"robots\" content=\"noindex\">");
    }
    return write(language.locale().getLanguage(), head.toString(), "", view.json());
  }

  private Buffer write(String language, String head, String body, String view) {
    // In a script element nothing but the less-than sign could end it.
    String data = view.replace("<", "\\u003c");
    var page = new StringBuilder(head.length() + body.length() + data.length() + 4096);
    page.append(parts[0]).append("<html lang=\"").append(escaped(language)).append("\">");
    page.append(parts[1]).append(head).append(parts[2]).append(body).append(parts[3]);
    return Buffer.buffer(page.append(data).append(parts[4]).toString());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 6);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
