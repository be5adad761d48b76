package systems.voltaic.magnetiq.schedule;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;

/** The tick table. Its database's clock is the only one that counts. */
final class TickSql {

  /** A tick and the database's time when it was read. */
  record Seen(Tick.State state, Instant now) {}

  private static final String COLUMNS = "name, cadence, next_at, last_fired_at, paused, version";

  private static final String NOW = "SELECT now() AS now";

  /** A cadence that changed with the program is planned anew. */
  private static final String PLAN =
      """
      INSERT INTO schedule_tick AS tick (name, cadence, next_at)
           VALUES ($1::text, $2::text, $3::timestamptz)
      ON CONFLICT (name) DO UPDATE
              SET cadence = excluded.cadence, next_at = excluded.next_at, version = tick.version + 1
            WHERE tick.cadence <> excluded.cadence
      """;

  private static final String ALL =
      "SELECT " + COLUMNS + ", now() AS now FROM schedule_tick WHERE name = ANY ($1::text[])";

  private static final String LOCKED =
      "SELECT " + COLUMNS + ", now() AS now FROM schedule_tick WHERE name = $1::text FOR UPDATE";

  /** Of several instances that saw it due, one finds next_at as it was. */
  private static final String FIRE =
      """
      UPDATE schedule_tick
         SET last_fired_at = now(), next_at = $3::timestamptz, version = version + 1
       WHERE name = $1::text AND next_at = $2::timestamptz AND next_at <= now() AND NOT paused
      """;

  private static final String REPLAN =
      """
      UPDATE schedule_tick
         SET next_at = $3::timestamptz, version = version + 1
       WHERE name = $1::text AND next_at = $2::timestamptz
      """;

  private static final String RAN =
      "UPDATE schedule_tick SET last_fired_at = now(), version = version + 1 WHERE name = $1::text"
          + " RETURNING "
          + COLUMNS;

  private static final String CHANGE =
      """
      UPDATE schedule_tick
         SET paused = $2::boolean, next_at = $3::timestamptz, version = version + 1
       WHERE name = $1::text
      RETURNING\s"""
          + COLUMNS;

  Future<Instant> now(Session session) {
    return session.run(NOW).map(rows -> instant(rows.iterator().next(), "now"));
  }

  Future<Void> plan(Tx tx, Tick tick, Instant next) {
    return tx.run(PLAN, Tuple.of(tick.name(), tick.cadence().text(), offset(next))).mapEmpty();
  }

  Future<List<Seen>> all(Session session, List<String> names) {
    return session
        .run(ALL, Tuple.tuple().addArrayOfString(names.toArray(String[]::new)))
        .map(rows -> stream(rows).map(TickSql::seen).toList());
  }

  /** Nobody else moves it until the transaction ends. */
  Future<Optional<Seen>> locked(Tx tx, String name) {
    return tx.run(LOCKED, Tuple.of(name)).map(rows -> stream(rows).map(TickSql::seen).findFirst());
  }

  /** Whether this transaction is the one that fires. */
  Future<Boolean> fire(Tx tx, Tick.State seen, Instant next) {
    return tx.run(FIRE, Tuple.of(seen.name(), offset(seen.nextAt()), offset(next)))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<Void> replan(Tx tx, Tick.State seen, Instant next) {
    return tx.run(REPLAN, Tuple.of(seen.name(), offset(seen.nextAt()), offset(next))).mapEmpty();
  }

  Future<Tick.State> ran(Tx tx, String name) {
    return tx.run(RAN, Tuple.of(name)).map(rows -> state(rows.iterator().next()));
  }

  Future<Tick.State> change(Tx tx, String name, boolean paused, Instant next) {
    return tx.run(CHANGE, Tuple.of(name, paused, offset(next)))
        .map(rows -> state(rows.iterator().next()));
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private static Seen seen(Row row) {
    return new Seen(state(row), instant(row, "now"));
  }

  private static Tick.State state(Row row) {
    return new Tick.State(
        row.getString("name"),
        row.getString("cadence"),
        instant(row, "next_at"),
        instant(row, "last_fired_at"),
        row.getBoolean("paused"),
        row.getLong("version"));
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime value = row.getOffsetDateTime(column);
    return value == null ? null : value.toInstant();
  }

  private static OffsetDateTime offset(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
