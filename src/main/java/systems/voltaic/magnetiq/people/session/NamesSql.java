package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Session;

/** What people, their keys and their roles are called today. */
final class NamesSql {

  private static final String NAMES =
      """
      SELECT 'person:' || id AS thing, name FROM person WHERE id = ANY($1::uuid[])
      UNION ALL
      SELECT 'key:' || id, name FROM api_key WHERE id = ANY($1::uuid[])
      UNION ALL
      SELECT 'role:' || id, coalesce(title ->> $2::text, name) FROM role WHERE id = ANY($1::uuid[])
      """;

  Future<Map<String, String>> of(Session session, Set<UUID> ids, Language language) {
    return session
        .run(NAMES, Tuple.of(ids.toArray(UUID[]::new), language.tag()))
        .map(NamesSql::names);
  }

  private static Map<String, String> names(RowSet<Row> rows) {
    var names = new HashMap<String, String>();
    rows.forEach(row -> names.put(row.getString("thing"), row.getString("name")));
    return names;
  }
}
