package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** How long the words of a page take to read. */
final class ReadingTime {

  private static final int WORDS_A_MINUTE = 220;

  /** What is no sentence to read. */
  private static final Set<String> SILENT =
      Set.of("type", "key", "href", "src", "icon", "tone", "id", "kind", "language", "layout");

  static int minutes(JsonNode blocks) {
    return Math.max(1, Math.round((float) words(blocks) / WORDS_A_MINUTE));
  }

  private static int words(JsonNode node) {
    if (node.isTextual()) {
      String text = node.textValue().strip();
      return text.isEmpty() ? 0 : text.split("\\s+").length;
    }
    int words = 0;
    for (JsonNode item : node) {
      words += node.isArray() ? words(item) : 0;
    }
    for (var field : node.properties()) {
      words += SILENT.contains(field.getKey()) ? 0 : words(field.getValue());
    }
    return words;
  }

  private ReadingTime() {}
}
