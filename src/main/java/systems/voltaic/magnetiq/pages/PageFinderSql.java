package systems.voltaic.magnetiq.pages;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.access.Finder;
import systems.voltaic.magnetiq.access.Found;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Words;

/** Pages as the search over everything sees them. */
final class PageFinderSql {

  private static final String FIND =
      """
      SELECT page_id, locale, title, path, state
        FROM page_locale
       WHERE to_tsvector('simple', title || ' ' || translate(path, '/-_.', '    '))
             @@ $1::text::tsquery
         AND deleted_at IS NULL
       ORDER BY locale = $2::text DESC, state = 'archived', length(title), page_id
       LIMIT $3::int
      """;

  Future<List<Found>> find(Session session, String q, Language language) {
    return session
        .run(FIND, Tuple.of(Words.beginnings(q), language.tag(), Finder.MOST))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).map(PageFinderSql::found).toList());
  }

  private static Found found(Row row) {
    String locale = row.getString("locale");
    String id = row.getUUID("page_id").toString();
    return new Found(
        "page",
        id + "/" + locale,
        row.getString("title"),
        "/" + locale + row.getString("path") + " (" + row.getString("state") + ")",
        "/admin/pages/" + id + "/" + locale);
  }
}
