package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.access.Finder;
import systems.voltaic.magnetiq.access.Found;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Words;

/** People, roles and keys as the search over everything sees them. */
final class StaffFinderSql {

  private static final String PEOPLE =
      """
      SELECT 'person' AS kind, id, name AS title, email AS detail, '/admin/people/' || id AS href
        FROM person
       WHERE search @@ $1::text::tsquery AND state <> 'deleted'
       ORDER BY state = 'deactivated', lower(name), id
       LIMIT $2::int
      """;

  private static final String ROLES =
      """
      SELECT 'role' AS kind, id, coalesce(title ->> $3::text, title ->> 'en') AS title,
             name AS detail, '/admin/roles/' || id AS href
        FROM role
       WHERE position($1::text IN lower(name || ' ' || (title ->> 'en') || ' '
                                        || coalesce(title ->> 'de', ''))) > 0
       ORDER BY rank, name
       LIMIT $2::int
      """;

  private static final String KEYS =
      """
      SELECT 'key' AS kind, id, name AS title, prefix AS detail, '/admin/keys' AS href
        FROM api_key
       WHERE position($1::text IN lower(name || ' ' || prefix)) > 0
         AND revoked_at IS NULL
         AND ($4::boolean OR person_id = $3::uuid)
       ORDER BY name, id
       LIMIT $2::int
      """;

  Future<List<Found>> people(Session session, String q) {
    return session
        .run(PEOPLE, Tuple.of(Words.beginnings(q), Finder.MOST))
        .map(StaffFinderSql::found);
  }

  Future<List<Found>> roles(Session session, String q, Language language) {
    return session
        .run(ROLES, Tuple.of(lower(q), Finder.MOST, language.tag()))
        .map(StaffFinderSql::found);
  }

  Future<List<Found>> keys(Session session, String q, UUID owner, boolean all) {
    return session
        .run(KEYS, Tuple.of(lower(q), Finder.MOST, owner, all))
        .map(StaffFinderSql::found);
  }

  private static String lower(String q) {
    return q.toLowerCase(Locale.ROOT);
  }

  private static List<Found> found(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(StaffFinderSql::found).toList();
  }

  private static Found found(Row row) {
    return new Found(
        row.getString("kind"),
        row.getUUID("id").toString(),
        row.getString("title"),
        row.getString("detail"),
        row.getString("href"));
  }
}
