package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.access.Language;

/** A block that shows other pages, and which of them. */
record ListBlock(String key, Selection selection) {

  private static final int EVERY_PAGE = 500;
  private static final int POSTS = 6;

  /** All of them, also inside of sections and columns. */
  static List<ListBlock> among(JsonNode blocks, Language language) {
    List<ListBlock> found = new ArrayList<>();
    BlockTree.visit(blocks, "", (block, pointer, depth) -> add(found, block, language));
    return found;
  }

  private static void add(List<ListBlock> found, JsonNode block, Language language) {
    String key = block.path("key").asText();
    switch (block.path("type").asText()) {
      case "postList" -> found.add(new ListBlock(key, posts(block, language)));
      case "siteIndex" ->
          found.add(new ListBlock(key, Selection.all(language, EVERY_PAGE).withoutHidden()));
      default -> {
        // Other blocks show no pages.
      }
    }
  }

  private static Selection posts(JsonNode block, Language language) {
    List<String> types =
        StreamSupport.stream(block.path("types").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    return Selection.all(language, block.path("limit").asInt(POSTS))
        .types(Optional.of(types))
        .tag(Optional.ofNullable(block.path("tag").textValue()));
  }
}
