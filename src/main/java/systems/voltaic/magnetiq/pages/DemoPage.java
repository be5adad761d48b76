package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Language;

/** One file of the demo: a page in the languages it has. */
record DemoPage(JsonNode file) {

  private static final List<String> FIELDS = List.of("path", "title", "excerpt", "blocks");

  /** The same in every installation. */
  UUID id() {
    String name = "magnetiq.page:" + file.path("id").asText();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  String type() {
    return file.path("type").asText("page");
  }

  Instant publishedAt() {
    return OffsetDateTime.parse(file.path("publishedAt").asText()).toInstant();
  }

  List<Language> languages() {
    return List.of(Language.values()).stream().filter(l -> file.has(l.tag())).toList();
  }

  /** What a person would have written in the admin. */
  JsonNode draft(Language language) {
    JsonNode words = file.path(language.tag());
    ObjectNode draft = ((ObjectNode) file).objectNode();
    FIELDS.stream().filter(words::has).forEach(field -> draft.set(field, words.get(field)));
    seo(draft, words);
    draft.set("tags", file.has("tags") ? file.get("tags") : draft.arrayNode());
    if (file.has("author")) {
      draft.set("author", file.get("author"));
    }
    if (file.has("picture")) {
      draft.set("picture", picture(language));
    }
    if (draft.path("blocks").isArray()) {
      draft.set("blocks", draft.path("blocks").deepCopy());
      withoutMarkdown(draft.path("blocks"));
      giveKeys(draft.path("blocks"));
    }
    return draft;
  }

  private void seo(ObjectNode draft, JsonNode words) {
    ObjectNode seo = draft.putObject("seo");
    words.path("seo").properties().forEach(field -> seo.set(field.getKey(), field.getValue()));
    if (file.has("noindex")) {
      seo.set("noindex", file.get("noindex"));
    }
  }

  private JsonNode picture(Language language) {
    ObjectNode picture = file.path("picture").deepCopy();
    JsonNode alt = picture.path("alt");
    if (alt.isObject()) {
      picture.set("alt", alt.has(language.tag()) ? alt.get(language.tag()) : alt.path("en"));
    }
    return picture;
  }

  private static void withoutMarkdown(JsonNode node) {
    if (node instanceof ObjectNode object) {
      replace(object, "markdown", "text");
      replace(object, "answerMarkdown", "answer");
    }
    node.forEach(DemoPage::withoutMarkdown);
  }

  private static void replace(ObjectNode object, String markdown, String document) {
    JsonNode text = object.get(markdown);
    if (text != null && text.isTextual()) {
      object.remove(markdown);
      object.set(document, RichText.ofMarkdown(text.textValue()));
    }
  }

  private static void giveKeys(JsonNode blocks) {
    Set<String> taken = new HashSet<>();
    BlockTree.visit(blocks, "", (block, at, depth) -> taken.add(block.path("key").asText()));
    var number = new int[] {0};
    BlockTree.visit(blocks, "", (block, at, depth) -> giveKey(block, taken, number));
  }

  private static void giveKey(JsonNode block, Set<String> taken, int[] number) {
    if (block instanceof ObjectNode object && !object.has("key")) {
      do {
        number[0]++;
      } while (!taken.add("b" + number[0]));
      object.put("key", "b" + number[0]);
    }
  }
}
