package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.json.Json;

/**
 * Lists of the person table. A statement holds only the conditions that were asked for, with states
 * and roles written out, so that the planner sees how rare they are; what people type is a value.
 */
final class PersonListSql {

  static final int EXACT = 10_000;

  private static final String PAGE =
      """
      SELECT %s  FROM (SELECT * FROM person
              WHERE %s
              ORDER BY %s %s, id %s
              LIMIT $1::int) p
       ORDER BY %s %s, p.id %s
      """;

  private static final String BEYOND =
      " AND (%s, id) %s ((SELECT %s FROM person c WHERE c.id = %s), %s)";

  private static final String BY_ID =
      """
      SELECT %s  FROM (SELECT * FROM person
              WHERE %s AND ($2::uuid IS NULL OR id > $2::uuid)
              ORDER BY id
              LIMIT $1::int) p
       ORDER BY p.id
      """;

  private static final String COUNT =
      "SELECT count(*) FROM (SELECT FROM person WHERE %s LIMIT $1::int) found";

  private static final String ESTIMATE = "EXPLAIN (FORMAT JSON) SELECT FROM person WHERE %s";

  private static final String EXISTS = "SELECT EXISTS (SELECT FROM person WHERE id = $1::uuid)";

  Future<List<Person>> page(
      Session session, PersonFilter filter, PersonOrder order, Paging paging) {
    var asked = new Asked(Tuple.of(paging.rows()));
    String where = asked.where(filter) + asked.beyond(order, paging.after());
    String key = order.key().of("person");
    String way = order.direction();
    String statement =
        PAGE.formatted(PersonSql.COLUMNS, where, key, way, way, order.key().of("p"), way, way);
    return session
        .run(statement, asked.values)
        .map(rows -> PersonSql.stream(rows).map(PersonSql::person).toList());
  }

  /** In the order of ids, which never change. */
  Future<List<Person>> byId(Session session, PersonFilter filter, Optional<UUID> after, int most) {
    var asked = new Asked(Tuple.of(most, after.orElse(null)));
    return session
        .run(BY_ID.formatted(PersonSql.COLUMNS, asked.where(filter)), asked.values)
        .map(rows -> PersonSql.stream(rows).map(PersonSql::person).toList());
  }

  /** Exact up to ten thousand; beyond, what the planner believes. */
  Future<Long> count(Session session, PersonFilter filter) {
    var asked = new Asked(Tuple.of(EXACT + 1));
    return session
        .run(COUNT.formatted(asked.where(filter)), asked.values)
        .map(rows -> rows.iterator().next().getLong(0))
        .compose(n -> n <= EXACT ? Future.succeededFuture(n) : estimate(session, filter));
  }

  Future<Boolean> exists(Session session, UUID id) {
    return session.run(EXISTS, Tuple.of(id)).map(rows -> rows.iterator().next().getBoolean(0));
  }

  private static Future<Long> estimate(Session session, PersonFilter filter) {
    var asked = new Asked(Tuple.tuple());
    return session
        .run(ESTIMATE.formatted(asked.where(filter)), asked.values)
        .map(PersonListSql::believed);
  }

  private static long believed(RowSet<Row> plan) {
    String text = String.valueOf(plan.iterator().next().getValue(0));
    return Math.max(EXACT, Json.parse(text).at("/0/Plan/Plan Rows").asLong());
  }

  /** The values of a statement as they are asked for. */
  private static final class Asked {

    private final Tuple values;

    Asked(Tuple values) {
      this.values = values;
    }

    String where(PersonFilter filter) {
      var conditions = new ArrayList<String>();
      conditions.add(
          filter.state().map(s -> "state = '" + s.tag() + "'").orElse("state <> 'deleted'"));
      filter.role().map(Asked::hasRole).ifPresent(conditions::add);
      filter.words().map(this::matches).ifPresent(conditions::add);
      return String.join(" AND ", conditions);
    }

    String beyond(PersonOrder order, Optional<UUID> after) {
      return after.map(id -> beyond(order, add(id) + "::uuid")).orElse("");
    }

    private static String beyond(PersonOrder order, String id) {
      return BEYOND.formatted(
          order.key().of("person"), order.beyond(), order.key().of("c"), id, id);
    }

    private static String hasRole(PersonFilter.OfRole role) {
      String people = "SELECT person_id FROM person_role WHERE role_id = '" + role.id() + "'::uuid";
      return role.rare() ? "id = ANY (ARRAY(" + people + "))" : "id IN (" + people + ")";
    }

    private String matches(String words) {
      return "search @@ to_tsquery('simple', " + add(words) + "::text)";
    }

    private String add(Object value) {
      values.addValue(value);
      return "$" + values.size();
    }
  }
}
