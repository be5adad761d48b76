package systems.voltaic.magnetiq.pages;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;

/** Titles for pages that other records know by their ids only. */
public final class PageNames {

  private static final Pattern PAGE =
      Pattern.compile("page:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/[a-z]{2}");

  private final Db db;
  private final PageNameSql sql = new PageNameSql();

  public PageNames(Db db) {
    this.db = db;
  }

  /** By page and language, as in "page:…/en". */
  public Future<Map<String, String>> of(Caller caller, Set<String> things) {
    UUID[] ids =
        things.stream()
            .map(PAGE::matcher)
            .filter(Matcher::matches)
            .map(page -> UUID.fromString(page.group(1)))
            .distinct()
            .toArray(UUID[]::new);
    return ids.length == 0 ? Future.succeededFuture(Map.of()) : sql.titles(db.reads(caller), ids);
  }
}
