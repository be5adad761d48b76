package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import systems.voltaic.magnetiq.db.Session;

/** Counts people. */
final class StatisticsSql {

  private static final String STATES =
      """
      SELECT state, count(*) AS people,
             count(*) FILTER (WHERE last_login_at > now() - interval '30 days') AS recently,
             count(*) FILTER (WHERE last_login_at IS NULL) AS never
        FROM person
       GROUP BY state
      """;

  private static final String ROLES =
      """
      SELECT r.name, count(p.id) AS people
        FROM role r
        LEFT JOIN person_role m ON m.role_id = r.id
        LEFT JOIN person p ON p.id = m.person_id AND p.state <> 'deleted'
       GROUP BY r.id
       ORDER BY r.rank DESC, r.name
       LIMIT 200
      """;

  private static final String FACTORS =
      """
      SELECT count(*)
        FROM person p
        JOIN (SELECT person_id FROM totp WHERE confirmed_at IS NOT NULL
              UNION SELECT person_id FROM passkey) f ON f.person_id = p.id
       WHERE p.state = 'active'
      """;

  Future<Statistics> read(Session session) {
    return session
        .run(STATES)
        .compose(
            states ->
                session
                    .run(ROLES)
                    .compose(roles -> session.run(FACTORS).map(f -> of(states, roles, f))));
  }

  private static Statistics of(RowSet<Row> states, RowSet<Row> roles, RowSet<Row> factors) {
    var byState = new LinkedHashMap<String, Long>();
    for (Person.State state : Person.State.values()) {
      byState.put(state.name().toLowerCase(Locale.ROOT), 0L);
    }
    long recently = 0;
    long never = 0;
    for (Row row : states) {
      String state = row.getString("state");
      byState.put(state, row.getLong("people"));
      boolean active = Person.State.of(state) == Person.State.ACTIVE;
      recently += active ? row.getLong("recently") : 0;
      never += active ? row.getLong("never") : 0;
    }
    List<Statistics.OfRole> byRole =
        PersonSql.stream(roles)
            .map(row -> new Statistics.OfRole(row.getString("name"), row.getLong("people")))
            .toList();
    return new Statistics(byState, byRole, recently, factors.iterator().next().getLong(0), never);
  }
}
