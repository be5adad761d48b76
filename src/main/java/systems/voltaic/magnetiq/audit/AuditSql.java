package systems.voltaic.magnetiq.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.json.Json;

/** The audit table. */
final class AuditSql {

  private static final String INSERT =
      """
      INSERT INTO audit (id, actor, client, request_id, action, subject, before, after)
           VALUES ($1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text,
                   $7::text::jsonb, $8::text::jsonb)
      """;

  private static final String SELECT =
      """
      SELECT id, at, actor, client, request_id, action, subject,
             before::text AS before, after::text AS after
        FROM audit
      """;

  Future<Void> insert(
      Session session,
      Caller who,
      UUID id,
      String action,
      String subject,
      JsonNode before,
      JsonNode after) {
    return session
        .run(
            INSERT,
            Tuple.of(id, who.actor(), ClientAddress.masked(who.network()), who.requestId())
                .addString(action)
                .addString(subject)
                .addString(text(before))
                .addString(text(after)))
        .mapEmpty();
  }

  Future<List<Entry>> list(Session session, Filter filter, Optional<UUID> after, int most) {
    var where = FilterSql.of(filter).before(after);
    String statement = SELECT + where.limited(most);
    return session.run(statement, where.values()).map(rows -> entries(rows).toList());
  }

  /** Exact up to 10,000. */
  Future<Long> count(Session session, Filter filter) {
    var where = FilterSql.of(filter);
    String statement =
        "SELECT count(*) FROM (SELECT FROM audit " + where.text() + " LIMIT 10000) AS seen";
    return session.run(statement, where.values()).map(rows -> rows.iterator().next().getLong(0));
  }

  Future<Optional<Entry>> byId(Session session, UUID id) {
    return session
        .run(SELECT + "WHERE id = $1::uuid", Tuple.of(id))
        .map(rows -> entries(rows).findFirst());
  }

  private static Stream<Entry> entries(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(AuditSql::entry);
  }

  private static String text(JsonNode tree) {
    return tree == null ? null : tree.toString();
  }

  private static JsonNode tree(String text) {
    return text == null ? null : Json.parse(text);
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.getUUID("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("actor"),
        null,
        row.getString("client"),
        row.getString("request_id"),
        row.getString("action"),
        row.getString("subject"),
        null,
        tree(row.getString("before")),
        tree(row.getString("after")));
  }
}
