package systems.voltaic.magnetiq.integration.webhook;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.json.Json;

/** The webhook_delivery table. */
final class DeliverySql {

  private static final String INSERT =
      """
      INSERT INTO webhook_delivery (id, webhook_id, event, payload, next_try_at)
           VALUES ($1::uuid, $2::uuid, $3::text, $4::text::jsonb, now())
      """;

  private static final String DUE =
      """
      SELECT d.id, d.webhook_id, d.event, d.payload::text AS payload, d.state, d.attempts,
             d.last_status, d.last_error, d.last_milliseconds, d.created_at, d.tried_at,
             d.next_try_at, d.delivered_at, d.retry_until, w.url, w.sealed_secret, w.active
        FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
       WHERE d.id = $1::uuid AND d.state = 'waiting'
      """;

  private static final String TRIED =
      """
      UPDATE webhook_delivery
         SET state = $2::text, attempts = attempts + 1, last_status = $3::int,
             last_error = left($4::text, 500), last_milliseconds = $5::int, tried_at = now(),
             next_try_at = now() + $6::bigint * interval '1 millisecond',
             delivered_at = CASE WHEN $2::text = 'delivered' THEN now() END
       WHERE id = $1::uuid AND state = 'waiting'
      """;

  private static final String POSTPONED =
      """
      UPDATE webhook_delivery SET next_try_at = now() + $2::bigint * interval '1 millisecond'
       WHERE id = $1::uuid AND state = 'waiting'
      """;

  private static final String GIVEN_UP =
      """
      UPDATE webhook_delivery
         SET state = 'failed', last_error = left($2::text, 500), next_try_at = NULL
       WHERE id = $1::uuid AND state = 'waiting'
      """;

  private static final String AGAIN =
      """
      UPDATE webhook_delivery
         SET state = 'waiting', retry_until = now() + interval '3 days', next_try_at = now(),
             delivered_at = NULL
       WHERE id = $1::uuid AND state <> 'waiting'
      RETURNING id
      """;

  private static final String LIST =
      """
      SELECT id, webhook_id, event, payload::text AS payload, state, attempts, last_status,
             last_error, last_milliseconds, created_at, tried_at, next_try_at, delivered_at
        FROM webhook_delivery
       WHERE webhook_id = $1::uuid AND ($2::uuid IS NULL OR id < $2::uuid)
       ORDER BY id DESC
       LIMIT $3::int
      """;

  private static final String COUNT =
      """
      SELECT count(*)
        FROM (SELECT FROM webhook_delivery WHERE webhook_id = $1::uuid LIMIT 10000) found
      """;

  private static final String BY_ID =
      """
      SELECT id, webhook_id, event, payload::text AS payload, state, attempts, last_status,
             last_error, last_milliseconds, created_at, tried_at, next_try_at, delivered_at
        FROM webhook_delivery
       WHERE id = $1::uuid
      """;

  private static final String PURGE =
      """
      DELETE FROM webhook_delivery
       WHERE id IN (SELECT id FROM webhook_delivery
                     WHERE created_at < now() - interval '30 days' LIMIT 10000)
      """;

  Future<Void> insert(Tx tx, List<UUID> ids, List<UUID> webhooks, String event, String payload) {
    List<Tuple> rows =
        java.util.stream.IntStream.range(0, ids.size())
            .mapToObj(i -> Tuple.of(ids.get(i), webhooks.get(i), event, payload))
            .toList();
    return tx.batch(INSERT, rows).mapEmpty();
  }

  /** Empty when it was delivered, given up or deleted meanwhile. */
  Future<Optional<Delivery.Due>> due(Session session, UUID id) {
    return session
        .run(DUE, Tuple.of(id))
        .map(rows -> stream(rows).findFirst().map(DeliverySql::due));
  }

  /** The next try only says when a waiting one is looked at again. */
  Future<Void> tried(
      Tx tx, UUID id, Delivery.State to, Delivery.Attempt attempt, Optional<Duration> next) {
    Integer status = attempt.status() == 0 ? null : attempt.status();
    Long wait = next.map(Duration::toMillis).orElse(null);
    var values =
        Tuple.of(id, text(to), status, attempt.error(), (int) attempt.milliseconds(), wait);
    return tx.run(TRIED, values).mapEmpty();
  }

  Future<Void> postponed(Tx tx, UUID id, Duration wait) {
    return tx.run(POSTPONED, Tuple.of(id, wait.toMillis())).mapEmpty();
  }

  Future<Void> givenUp(Tx tx, UUID id, String why) {
    return tx.run(GIVEN_UP, Tuple.of(id, why)).mapEmpty();
  }

  /** Whether it was at rest. */
  Future<Boolean> again(Tx tx, UUID id) {
    return tx.run(AGAIN, Tuple.of(id)).map(rows -> rows.size() == 1);
  }

  Future<List<Delivery>> list(Session session, UUID webhook, Paging paging) {
    return session
        .run(LIST, Tuple.of(webhook, paging.after().orElse(null), paging.rows()))
        .map(rows -> stream(rows).map(DeliverySql::delivery).toList());
  }

  Future<Long> count(Session session, UUID webhook) {
    return session.run(COUNT, Tuple.of(webhook)).map(rows -> rows.iterator().next().getLong(0));
  }

  Future<Optional<Delivery>> byId(Session session, UUID id) {
    return session
        .run(BY_ID, Tuple.of(id))
        .map(rows -> stream(rows).findFirst().map(DeliverySql::delivery));
  }

  Future<Integer> purge(Tx tx) {
    return tx.run(PURGE).map(RowSet::rowCount);
  }

  private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private static Delivery.Due due(Row row) {
    return new Delivery.Due(
        delivery(row),
        row.getString("url"),
        row.getString("sealed_secret"),
        row.getBoolean("active"),
        instant(row, "retry_until"));
  }

  private static Delivery delivery(Row row) {
    return new Delivery(
        row.getUUID("id"),
        row.getUUID("webhook_id"),
        row.getString("event"),
        Json.parse(row.getString("payload")),
        Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInteger("attempts"),
        row.getInteger("last_status"),
        row.getString("last_error"),
        row.getInteger("last_milliseconds"),
        instant(row, "created_at"),
        instant(row, "tried_at"),
        instant(row, "next_try_at"),
        instant(row, "delivered_at"));
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private static String text(Delivery.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
