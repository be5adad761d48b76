package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;

/** The signing_key table. */
final class SigningKeySql {

  /** As the table has it. */
  record Kept(
      String id,
      String publicKey,
      String sealed,
      Instant createdAt,
      Instant signsFrom,
      Optional<Instant> retiredAt) {}

  private static final long LOCK_NUMBER = 0x6d71_7369_676e_6b65L;

  private static final String LOCK = "SELECT pg_advisory_xact_lock($1::bigint)";

  private static final String ALL =
      """
      SELECT id, public_key, private_key, created_at, signs_from, retired_at
        FROM signing_key
       ORDER BY signs_from DESC, id
      """;

  private static final String INSERT =
      """
      INSERT INTO signing_key (id, public_key, private_key, created_at, signs_from)
           VALUES ($1::text, $2::text, $3::text, $4::timestamptz, $5::timestamptz)
      """;

  private static final String RETIRE =
      """
      UPDATE signing_key SET retired_at = $2::timestamptz
       WHERE id <> $1::text AND retired_at IS NULL
      """;

  private static final String RESEAL =
      "UPDATE signing_key SET private_key = $2::text WHERE id = $1::text";

  private static final String PURGE = "DELETE FROM signing_key WHERE retired_at < $1::timestamptz";

  /** Of two instances that look for a key at the same time, one waits for the other. */
  Future<Void> lock(Tx tx) {
    return tx.run(LOCK, Tuple.of(LOCK_NUMBER)).mapEmpty();
  }

  Future<List<Kept>> all(Session session) {
    return session.run(ALL).map(SigningKeySql::rows);
  }

  Future<Void> insert(Tx tx, Kept key) {
    return tx.run(
            INSERT,
            Tuple.of(
                key.id(),
                key.publicKey(),
                key.sealed(),
                key.createdAt().atOffset(ZoneOffset.UTC),
                key.signsFrom().atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /** All but this one. */
  Future<Void> retire(Tx tx, String but, Instant at) {
    return tx.run(RETIRE, Tuple.of(but, at.atOffset(ZoneOffset.UTC))).mapEmpty();
  }

  Future<Void> reseal(Tx tx, String id, String sealed) {
    return tx.run(RESEAL, Tuple.of(id, sealed)).mapEmpty();
  }

  Future<Void> purge(Tx tx, Instant now) {
    var before = now.minus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC);
    return tx.run(PURGE, Tuple.of(before)).mapEmpty();
  }

  private static List<Kept> rows(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(SigningKeySql::kept).toList();
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.getString("id"),
        row.getString("public_key"),
        row.getString("private_key"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("signs_from").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("retired_at")).map(at -> at.toInstant()));
  }
}
