package systems.voltaic.magnetiq.integration.webhook;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;

/** The webhook table. */
final class WebhookSql {

  private static final String LIST =
      """
      SELECT id, url, events, active, version, created_at
        FROM webhook
       WHERE $1::uuid IS NULL OR id < $1::uuid
       ORDER BY id DESC
       LIMIT $2::int
      """;

  private static final String COUNT = "SELECT count(*) FROM webhook";

  private static final String BY_ID =
      """
      SELECT id, url, events, active, version, created_at
        FROM webhook
       WHERE id = $1::uuid
      """;

  private static final String LOCK =
      """
      SELECT id, url, events, active, version, created_at
        FROM webhook
       WHERE id = $1::uuid
         FOR UPDATE
      """;

  private static final String INSERT =
      """
      INSERT INTO webhook (id, url, events, sealed_secret, active)
           VALUES ($1::uuid, $2::text, $3::text[], $4::text, $5::boolean)
        RETURNING id, url, events, active, version, created_at
      """;

  private static final String UPDATE =
      """
      UPDATE webhook
         SET url = $2::text, events = $3::text[], active = $4::boolean, version = version + 1
       WHERE id = $1::uuid
      RETURNING id, url, events, active, version, created_at
      """;

  private static final String NEW_SECRET =
      """
      UPDATE webhook SET sealed_secret = $2::text, version = version + 1
       WHERE id = $1::uuid
      RETURNING id, url, events, active, version, created_at
      """;

  private static final String SWITCH_OFF =
      "UPDATE webhook SET active = false, version = version + 1 WHERE id = $1::uuid AND active";

  private static final String DELETE = "DELETE FROM webhook WHERE id = $1::uuid";

  private static final String SUBSCRIBED =
      "SELECT id FROM webhook WHERE active AND $1::text = ANY(events) ORDER BY id";

  private static final String SEALED = "SELECT id, sealed_secret FROM webhook";

  private static final String RESEAL =
      """
      UPDATE webhook SET sealed_secret = $3::text
       WHERE id = $1::uuid AND sealed_secret = $2::text
      """;

  Future<List<Webhook>> list(Session session, Paging paging) {
    return session
        .run(LIST, Tuple.of(paging.after().orElse(null), paging.rows()))
        .map(WebhookSql::webhooks);
  }

  Future<Long> count(Session session) {
    return session.run(COUNT).map(rows -> rows.iterator().next().getLong(0));
  }

  Future<Webhook> byId(Session session, UUID id) {
    return session.run(BY_ID, Tuple.of(id)).map(rows -> required(rows, id));
  }

  /** Holds the row until the end of the transaction, and refuses who read another version. */
  Future<Webhook> lock(Tx tx, UUID id, long seen) {
    return lock(tx, id).map(now -> unchanged(now, seen));
  }

  Future<Webhook> lock(Tx tx, UUID id) {
    return tx.run(LOCK, Tuple.of(id)).map(rows -> required(rows, id));
  }

  Future<Webhook> insert(Tx tx, UUID id, Webhook.Draft draft, String sealedSecret) {
    String[] events = draft.events().toArray(String[]::new);
    return tx.run(INSERT, Tuple.of(id, draft.url(), events, sealedSecret, draft.isActive()))
        .map(rows -> required(rows, id));
  }

  Future<Webhook> update(Tx tx, Webhook to) {
    String[] events = to.events().toArray(String[]::new);
    return tx.run(UPDATE, Tuple.of(to.id(), to.url(), events, to.active()))
        .map(rows -> required(rows, to.id()));
  }

  Future<Webhook> newSecret(Tx tx, UUID id, String sealedSecret) {
    return tx.run(NEW_SECRET, Tuple.of(id, sealedSecret)).map(rows -> required(rows, id));
  }

  Future<Void> switchOff(Tx tx, UUID id) {
    return tx.run(SWITCH_OFF, Tuple.of(id)).mapEmpty();
  }

  Future<Void> delete(Tx tx, UUID id) {
    return tx.run(DELETE, Tuple.of(id)).mapEmpty();
  }

  Future<List<UUID>> subscribed(Tx tx, String event) {
    return tx.run(SUBSCRIBED, Tuple.of(event))
        .map(rows -> stream(rows).map(row -> row.getUUID("id")).toList());
  }

  Future<Map<UUID, String>> sealedSecrets(Tx tx) {
    return tx.run(SEALED).map(WebhookSql::secrets);
  }

  /** Unless somebody set a new secret meanwhile. */
  Future<Void> reseal(Tx tx, UUID id, String from, String to) {
    return tx.run(RESEAL, Tuple.of(id, from, to)).mapEmpty();
  }

  private static Map<UUID, String> secrets(RowSet<Row> rows) {
    Map<UUID, String> secrets = new LinkedHashMap<>();
    rows.forEach(row -> secrets.put(row.getUUID("id"), row.getString("sealed_secret")));
    return secrets;
  }

  private static Webhook unchanged(Webhook now, long seen) {
    if (now.version() != seen) {
      throw Fault.stale(seen, now.version());
    }
    return now;
  }

  private static Webhook required(RowSet<Row> rows, UUID id) {
    Optional<Webhook> first = webhooks(rows).stream().findFirst();
    return first.orElseThrow(() -> Fault.notFound("webhook", id));
  }

  private static List<Webhook> webhooks(RowSet<Row> rows) {
    return stream(rows).map(WebhookSql::webhook).toList();
  }

  private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private static Webhook webhook(Row row) {
    return new Webhook(
        row.getUUID("id"),
        row.getString("url"),
        List.of(row.getArrayOfStrings("events")),
        row.getBoolean("active"),
        row.getLong("version"),
        row.getOffsetDateTime("created_at").toInstant());
  }
}
