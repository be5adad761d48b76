package systems.voltaic.magnetiq.pages;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Session;

/** What pages are called. */
final class PageNameSql {

  private static final String TITLES =
      """
      SELECT 'page:' || page_id || '/' || locale AS page, title
        FROM page_locale
       WHERE page_id = ANY($1::uuid[])
      """;

  Future<Map<String, String>> titles(Session session, UUID[] ids) {
    return session.run(TITLES, Tuple.tuple().addArrayOfUUID(ids)).map(PageNameSql::titles);
  }

  private static Map<String, String> titles(RowSet<Row> rows) {
    var titles = new HashMap<String, String>();
    rows.forEach(row -> titles.put(row.getString("page"), row.getString("title")));
    return titles;
  }
}
