package systems.voltaic.magnetiq.pages;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
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
      SELECT page_id, locale, title, path
        FROM page_locale AS l
       WHERE to_tsvector('simple', title || ' ' || translate(path, '/-_.', '    '))
             @@ $1::text::tsquery
         AND is_live(l, $4::timestamptz)
       ORDER BY locale = $2::text DESC, length(title), page_id
       LIMIT $3::int
      """;

  /** Those that visitors see at that moment. */
  Future<List<Found>> find(Session session, String q, Language language, Instant now) {
    var moment = now.atOffset(ZoneOffset.UTC);
    return session
        .run(FIND, Tuple.of(Words.beginnings(q), language.tag(), Finder.MOST, moment))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).map(PageFinderSql::found).toList());
  }

  private static Found found(Row row) {
    String locale = row.getString("locale");
    String id = row.getUUID("page_id") + "/" + locale;
    String href = PagePath.href(Language.of(locale), row.getString("path"));
    return new Found("page", id, row.getString("title"), href, href);
  }
}
