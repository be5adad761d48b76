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
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.pages.Menus.Menu;

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

  /** Of two that write the first version of a menu, one waits for the other. */
  private static final String RESERVE =
      """
      INSERT INTO menu (locale, place, items, version, changed_by)
           VALUES ($1::text, $2::text, 'null', 0, $3::text)
      ON CONFLICT (locale, place) DO NOTHING
      """;

  private static final String LOCK =
      """
      SELECT items::text AS items, version
        FROM menu
       WHERE locale = $1::text AND place = $2::text
         FOR UPDATE
      """;

  private static final String PUT =
      """
      UPDATE menu
         SET items = $3::text::jsonb, version = version + 1, changed_at = now(),
             changed_by = $4::text
       WHERE locale = $1::text AND place = $2::text
      RETURNING items::text AS items, version
      """;

  /** Holds the menu until the end of the transaction. */
  Future<Menu> lock(Tx tx, Language language, String place) {
    return tx.run(RESERVE, Tuple.of(language.tag(), place, tx.caller().actor()))
        .compose(there -> tx.run(LOCK, Tuple.of(language.tag(), place)))
        .map(rows -> menu(language, place, rows));
  }

  Future<Menu> put(Tx tx, Language language, String place, JsonNode items) {
    return tx.run(PUT, Tuple.of(language.tag(), place, items.toString(), tx.caller().actor()))
        .map(rows -> menu(language, place, rows));
  }

  private static Menu menu(Language language, String place, RowSet<Row> rows) {
    Row row = rows.iterator().next();
    JsonNode items = Json.parse(row.getString("items"));
    return new Menu(language, place, items, row.getLong("version"));
  }

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
