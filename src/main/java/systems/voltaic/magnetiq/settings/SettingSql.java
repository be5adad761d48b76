package systems.voltaic.magnetiq.settings;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.settings.Setting.Stored;

/** The setting table. */
final class SettingSql {

  private static final String ALL =
      """
      SELECT key, value::text AS value, version, changed_at, changed_by
        FROM setting
      """;

  private static final String BY_KEY =
      """
      SELECT key, value::text AS value, version, changed_at, changed_by
        FROM setting
       WHERE key = $1::text
      """;

  private static final String VERSION = "SELECT version FROM setting_version";

  /** Holds the row until the end of the transaction, so changes happen one after the other. */
  private static final String NEXT_VERSION =
      "UPDATE setting_version SET version = version + 1 RETURNING version";

  private static final String PUT =
      """
      INSERT INTO setting (key, value, version, changed_by)
           VALUES ($1::text, $2::text::jsonb, $3::bigint, $4::text)
      ON CONFLICT (key) DO UPDATE
              SET value = excluded.value, version = excluded.version,
                  changed_by = excluded.changed_by, changed_at = now()
        RETURNING key, value::text AS value, version, changed_at, changed_by
      """;

  private static final String DELETE = "DELETE FROM setting WHERE key = $1::text";

  Future<List<Stored>> all(Session session) {
    return session.run(ALL).map(SettingSql::rows);
  }

  Future<Optional<Stored>> byKey(Session session, String key) {
    return session.run(BY_KEY, Tuple.of(key)).map(rows -> rows(rows).stream().findFirst());
  }

  Future<Long> version(Session session) {
    return session.run(VERSION).map(SettingSql::number);
  }

  Future<Long> nextVersion(Tx tx) {
    return tx.run(NEXT_VERSION).map(SettingSql::number);
  }

  Future<Stored> put(Tx tx, String key, String value, long version) {
    return tx.run(PUT, Tuple.of(key, value, version, tx.caller().actor()))
        .map(rows -> stored(rows.iterator().next()));
  }

  Future<Void> delete(Tx tx, String key) {
    return tx.run(DELETE, Tuple.of(key)).mapEmpty();
  }

  private static long number(RowSet<Row> rows) {
    return rows.iterator().next().getLong(0);
  }

  private static List<Stored> rows(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(SettingSql::stored).toList();
  }

  private static Stored stored(Row row) {
    return new Stored(
        row.getString("key"),
        Json.parse(row.getString("value")),
        row.getLong("version"),
        row.getOffsetDateTime("changed_at").toInstant(),
        row.getString("changed_by"));
  }
}
