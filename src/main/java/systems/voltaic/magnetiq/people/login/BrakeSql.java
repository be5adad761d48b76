package systems.voltaic.magnetiq.people.login;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Tx;

/** The table of failed logins. */
final class BrakeSql {

  /** How somebody stands who may try: whether he signed in from there before. */
  record Standing(int failures, Instant knownAt) {}

  /**
   * Counted before the password is looked at, so that many at once do not slip through: whoever
   * finds the row locked gets none back.
   */
  private static final String COUNT =
      """
      INSERT INTO login_failure AS f (key, account, failures, last_at)
           VALUES ($1::bytea, $2::bytea, 1, $3::timestamptz)
      ON CONFLICT (key) DO UPDATE
              SET failures = CASE WHEN f.last_at < $4::timestamptz THEN 1 ELSE f.failures + 1 END,
                  last_at = $3::timestamptz,
                  locked_until =
                    CASE WHEN f.last_at >= $4::timestamptz AND f.failures + 1 >= $5::int
                         THEN $3::timestamptz + make_interval(secs => least($7::float8,
                                $6::float8
                                  * power($8::float8, least(f.failures + 1 - $5::int, 60))))
                    END
            WHERE f.locked_until IS NULL OR f.locked_until <= $3::timestamptz OR $9::boolean
        RETURNING failures, known_at
      """;

  private static final String LOCKED =
      "SELECT locked_until FROM login_failure WHERE key = $1::bytea";

  private static final String GIVE_BACK =
      """
      UPDATE login_failure SET failures = greatest(0, failures - 1), locked_until = NULL
       WHERE key = $1::bytea
      """;

  /** The lock stays: others than the one who was right may have earned it. */
  private static final String DISCOUNT =
      "UPDATE login_failure SET failures = greatest(0, failures - 1) WHERE key = $1::bytea";

  private static final String KNOWN =
      """
      INSERT INTO login_failure (key, account, failures, last_at, known_at)
           VALUES ($1::bytea, $2::bytea, 0, $3::timestamptz, $3::timestamptz)
      ON CONFLICT (key) DO UPDATE
              SET failures = 0, locked_until = NULL, last_at = $3::timestamptz,
                  known_at = $3::timestamptz
      """;

  private static final String RELEASE = "DELETE FROM login_failure WHERE account = $1::bytea";

  private static final String PURGE =
      """
      DELETE FROM login_failure
       WHERE key IN (SELECT key FROM login_failure WHERE last_at < $1::timestamptz LIMIT 1000)
      """;

  Future<Optional<Standing>> count(
      Tx tx, byte[] key, byte[] account, Brake.Pace pace, Instant now, boolean anyway) {
    return tx.run(
            COUNT,
            Tuple.of(Buffer.buffer(key), Buffer.buffer(account), time(now))
                .addOffsetDateTime(time(now.minus(pace.memory())))
                .addInteger(pace.free())
                .addDouble((double) pace.first().toSeconds())
                .addDouble((double) pace.most().toSeconds())
                .addDouble(pace.growth())
                .addBoolean(anyway))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(this::of).findFirst());
  }

  Future<Instant> lockedUntil(Tx tx, byte[] key) {
    return tx.run(LOCKED, Tuple.of(Buffer.buffer(key)))
        .map(rows -> instant(rows.iterator().next(), "locked_until"));
  }

  Future<Void> giveBack(Tx tx, byte[] key) {
    return tx.run(GIVE_BACK, Tuple.of(Buffer.buffer(key))).mapEmpty();
  }

  Future<Void> discount(Tx tx, byte[] key) {
    return tx.run(DISCOUNT, Tuple.of(Buffer.buffer(key))).mapEmpty();
  }

  Future<Void> known(Tx tx, byte[] key, byte[] account, Instant now) {
    return tx.run(KNOWN, Tuple.of(Buffer.buffer(key), Buffer.buffer(account), time(now)))
        .mapEmpty();
  }

  Future<Void> release(Tx tx, byte[] account) {
    return tx.run(RELEASE, Tuple.of(Buffer.buffer(account))).mapEmpty();
  }

  Future<Integer> purge(Tx tx, Instant before) {
    return tx.run(PURGE, Tuple.of(time(before))).map(RowSet::rowCount);
  }

  private Standing of(Row row) {
    return new Standing(row.getInteger("failures"), instant(row, "known_at"));
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime value = row.getOffsetDateTime(column);
    return value == null ? null : value.toInstant();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
