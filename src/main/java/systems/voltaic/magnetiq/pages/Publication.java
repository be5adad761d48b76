package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Language;

/**
 * What visitors see of a language of a page, without its blocks.
 *
 * @param paths of all languages it has now
 */
record Publication(
    UUID id,
    Language locale,
    String type,
    String path,
    String title,
    String excerpt,
    Seo seo,
    JsonNode picture,
    String author,
    List<String> tags,
    int readingMinutes,
    Instant publishedAt,
    Instant updatedAt,
    Map<Language, String> paths) {

  private static final Set<String> POSTS = Set.of("blog", "caseStudy", "news");

  PageSummary summary(Language asked) {
    return new PageSummary(
        id,
        type,
        PagePath.href(asked, path),
        title,
        excerpt,
        publishedAt,
        tags,
        author,
        minutes(),
        picture);
  }

  PageView view(
      Language asked,
      JsonNode blocks,
      List<PageView.Crumb> breadcrumbs,
      Map<String, List<PageSummary>> lists) {
    return new PageView(
        id,
        locale,
        type,
        PagePath.href(asked, path),
        title,
        excerpt,
        seo.whole(title, excerpt),
        tags,
        author,
        minutes(),
        picture,
        publishedAt,
        updatedAt,
        alternates(),
        asked != locale,
        breadcrumbs,
        blocks,
        lists);
  }

  private Map<String, String> alternates() {
    var alternates = new TreeMap<String, String>();
    paths.forEach((language, at) -> alternates.put(language.tag(), PagePath.href(language, at)));
    return alternates;
  }

  private Integer minutes() {
    return POSTS.contains(type) ? readingMinutes : null;
  }
}
