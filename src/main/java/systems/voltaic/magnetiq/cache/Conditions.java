package systems.voltaic.magnetiq.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Whether the visitor already has it (RFC 9110, 13.1). */
final class Conditions {

  static boolean has(MultiMap headers, FinishedAnswer answer, Representation chosen) {
    String tags = headers.get(HttpHeaders.IF_NONE_MATCH);
    if (tags != null) {
      return matches(tags, chosen.etag().toString());
    }
    String since = headers.get(HttpHeaders.IF_MODIFIED_SINCE);
    return since != null && unmodified(since, answer);
  }

  // Weak comparison: the mark of a weak tag does not count. Our tags hold neither comma nor quote.
  private static boolean matches(String tags, String own) {
    if (tags.equals(own)) {
      return true;
    }
    for (String tag : tags.split(",", -1)) {
      String bare = tag.strip();
      if ("*".equals(bare) || own.equals(bare.startsWith("W/") ? bare.substring(2) : bare)) {
        return true;
      }
    }
    return false;
  }

  private static boolean unmodified(String since, FinishedAnswer answer) {
    if (since.contentEquals(answer.lastModified())) {
      return true;
    }
    try {
      Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since));
      return !answer.facts().lastModified().isAfter(then);
    } catch (DateTimeException notADate) {
      return false;
    }
  }

  private Conditions() {}
}
