package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Language;

/**
 * One page as it is shown.
 *
 * @param locale the language of the words
 * @param fallback whether they stand in for words in the language that was asked for
 * @param lists what its list blocks show, by the key of the block
 */
public record PageView(
    UUID id,
    Language locale,
    String type,
    String path,
    String title,
    String excerpt,
    Seo seo,
    List<String> tags,
    String author,
    Integer readingMinutes,
    JsonNode picture,
    Instant publishedAt,
    Instant updatedAt,
    Map<String, String> alternates,
    boolean fallback,
    List<Crumb> breadcrumbs,
    JsonNode blocks,
    Map<String, List<PageSummary>> lists) {

  /** A page above this one. */
  public record Crumb(String title, String path) {}
}
