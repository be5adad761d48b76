package systems.voltaic.magnetiq.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.json.Json;

/** The audit table. */
final class AuditSql {

  private static final String INSERT =
      """
      INSERT INTO audit (id, actor, client, request_id, action, subject, before, after)
           VALUES ($1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text,
                   $7::text::jsonb, $8::text::jsonb)
      """;

  private static final String LIST =
      """
      SELECT id, at, actor, client, request_id, action, subject,
             before::text AS before, after::text AS after
        FROM audit
       WHERE ($1::text IS NULL OR subject = $1::text)
         AND ($2::uuid IS NULL OR id < $2::uuid)
       ORDER BY id DESC
       LIMIT $3::int
      """;

  private static final String COUNT =
      """
      SELECT count(*)
        FROM (SELECT FROM audit WHERE $1::text IS NULL OR subject = $1::text LIMIT 10000) AS seen
      """;

  Future<Void> insert(
      Tx tx, UUID id, String action, String subject, JsonNode before, JsonNode after) {
    var who = tx.caller();
    return tx.run(
            INSERT,
            Tuple.of(id, who.actor(), who.client(), who.requestId())
                .addString(action)
                .addString(subject)
                .addString(text(before))
                .addString(text(after)))
        .mapEmpty();
  }

  Future<List<Entry>> list(Session session, Optional<String> subject, Paging paging) {
    return session
        .run(LIST, Tuple.of(subject.orElse(null), paging.after().orElse(null), paging.rows()))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(AuditSql::entry).toList());
  }

  Future<Long> count(Session session, Optional<String> subject) {
    return session
        .run(COUNT, Tuple.of(subject.orElse(null)))
        .map(rows -> rows.iterator().next().getLong(0));
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
        row.getString("client"),
        row.getString("request_id"),
        row.getString("action"),
        row.getString("subject"),
        tree(row.getString("before")),
        tree(row.getString("after")));
  }
}
