package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.json.Json;

/** The menu table. */
final class MenuSql {

  /** The language's own come last, so that they win. */
  private static final String OF =
      """
      SELECT place, items::text AS items
        FROM menu
       WHERE locale IN ($1::text, 'en')
       ORDER BY locale = $1::text
      """;

  /** By place; the English ones where the language has none. */
  Future<Map<String, JsonNode>> of(Session session, Language language) {
    return session.run(OF, Tuple.of(language.tag())).map(MenuSql::byPlace);
  }

  private static Map<String, JsonNode> byPlace(RowSet<Row> rows) {
    var menus = new HashMap<String, JsonNode>();
    rows.forEach(row -> menus.put(row.getString("place"), Json.parse(row.getString("items"))));
    return menus;
  }
}
