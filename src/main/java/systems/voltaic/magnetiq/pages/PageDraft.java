package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What is being written in one language of a page.
 *
 * @param type only for a page that does not exist yet
 * @param name of a revision that is to be kept as it is
 */
public record PageDraft(
    String type,
    String path,
    String title,
    String excerpt,
    Seo seo,
    List<String> tags,
    String author,
    JsonNode picture,
    JsonNode blocks,
    String name) {

  public PageDraft {
    seo = seo == null ? Seo.NONE : seo;
    tags = tags == null ? List.of() : List.copyOf(tags);
  }

  PageDraft withBlocks(JsonNode others) {
    return new PageDraft(type, path, title, excerpt, seo, tags, author, picture, others, name);
  }
}
