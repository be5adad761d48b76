package systems.voltaic.magnetiq.people.factor;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Tx;

/** The totp table. */
final class TotpSql {

  private static final String BEGIN =
      """
      INSERT INTO totp (person_id, secret, created_at)
           VALUES ($1::uuid, $2::text, $3::timestamptz)
      ON CONFLICT (person_id) DO UPDATE
              SET secret = $2::text, created_at = $3::timestamptz
            WHERE totp.confirmed_at IS NULL
      """;

  private static final String BEGUN =
      """
      SELECT secret FROM totp
       WHERE person_id = $1::uuid AND confirmed_at IS NULL AND created_at > $2::timestamptz
         FOR UPDATE
      """;

  private static final String CONFIRM =
      """
      UPDATE totp SET confirmed_at = $3::timestamptz, last_step = $2::bigint
       WHERE person_id = $1::uuid AND confirmed_at IS NULL
      """;

  private static final String CONFIRMED =
      """
      SELECT secret, last_step, failures, failed_at, locked_until FROM totp
       WHERE person_id = $1::uuid AND confirmed_at IS NOT NULL
         FOR UPDATE
      """;

  private static final String UPDATE =
      """
      UPDATE totp
         SET last_step = $2::bigint, failures = $3::int, failed_at = $4::timestamptz,
             locked_until = $5::timestamptz
       WHERE person_id = $1::uuid AND last_step <= $2::bigint
      """;

  private static final String DELETE = "DELETE FROM totp WHERE person_id = $1::uuid";

  private static final String SEALED_OTHERWISE =
      """
      SELECT person_id, secret FROM totp
       WHERE NOT starts_with(secret, $1::text)
       LIMIT $2::int
         FOR NO KEY UPDATE SKIP LOCKED
      """;

  private static final String RESEAL =
      "UPDATE totp SET secret = $3::text WHERE person_id = $1::uuid AND secret = $2::text";

  /** False when there is a confirmed one already. */
  Future<Boolean> begin(Tx tx, UUID person, String secret, Instant now) {
    return tx.run(BEGIN, Tuple.of(person, secret, time(now))).map(rows -> rows.rowCount() == 1);
  }

  /** The sealed secret of what was begun since that moment. */
  Future<Optional<String>> begun(Tx tx, UUID person, Instant since) {
    return tx.run(BEGUN, Tuple.of(person, time(since)))
        .map(rows -> first(rows).map(row -> row.getString("secret")));
  }

  Future<Void> confirm(Tx tx, UUID person, long step, Instant now) {
    return tx.run(CONFIRM, Tuple.of(person, step, time(now))).mapEmpty();
  }

  /** Who tries at the same time waits for the end of this transaction. */
  Future<Optional<TotpKey>> confirmed(Tx tx, UUID person) {
    return tx.run(CONFIRMED, Tuple.of(person)).map(rows -> first(rows).map(TotpSql::key));
  }

  Future<Void> update(Tx tx, UUID person, TotpKey key) {
    return tx.run(
            UPDATE,
            Tuple.of(person, key.lastStep(), key.failures())
                .addOffsetDateTime(key.failedAt().map(TotpSql::time).orElse(null))
                .addOffsetDateTime(key.lockedUntil().map(TotpSql::time).orElse(null)))
        .mapEmpty();
  }

  Future<Void> delete(Tx tx, UUID person) {
    return tx.run(DELETE, Tuple.of(person)).mapEmpty();
  }

  /** So many of those whose secret does not begin like this. */
  Future<Map<UUID, String>> sealedOtherwise(Tx tx, String mark, int most) {
    return tx.run(SEALED_OTHERWISE, Tuple.of(mark, most))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .collect(
                        Collectors.toMap(r -> r.getUUID("person_id"), r -> r.getString("secret"))));
  }

  Future<Void> reseal(Tx tx, UUID person, String from, String to) {
    return tx.run(RESEAL, Tuple.of(person, from, to)).mapEmpty();
  }

  private static TotpKey key(Row row) {
    return new TotpKey(
        row.getString("secret"),
        row.getLong("last_step"),
        row.getInteger("failures"),
        Optional.ofNullable(row.getOffsetDateTime("failed_at")).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getOffsetDateTime("locked_until")).map(OffsetDateTime::toInstant));
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
