package systems.voltaic.magnetiq.pages;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Tx;

/** The redirect table. */
final class RedirectSql {

  /** Pages that change places do so one after the other. */
  private static final String LOCK = "SELECT pg_advisory_xact_lock(7316004522)";

  private static final String FORGET =
      "DELETE FROM redirect WHERE locale = $1::text AND from_path = $2::text";

  private static final String COLLAPSE =
      "UPDATE redirect SET to_path = $3::text WHERE locale = $1::text AND to_path = $2::text";

  private static final String PUT =
      """
      INSERT INTO redirect (locale, from_path, to_path, created_by)
           VALUES ($1::text, $2::text, $3::text, $4::text)
      ON CONFLICT (locale, from_path) DO UPDATE
              SET to_path = excluded.to_path, created_by = excluded.created_by, created_at = now()
      """;

  Future<Void> lock(Tx tx) {
    return tx.run(LOCK).mapEmpty();
  }

  /** A page lives there now. */
  Future<Void> forget(Tx tx, Language language, String path) {
    return tx.run(FORGET, Tuple.of(language.tag(), path)).mapEmpty();
  }

  /** What led to the old path leads to the new one at once, so one step always arrives. */
  Future<Void> put(Tx tx, Language language, String from, String to) {
    String locale = language.tag();
    return forget(tx, language, to)
        .compose(free -> tx.run(COLLAPSE, Tuple.of(locale, from, to)))
        .compose(direct -> tx.run(PUT, Tuple.of(locale, from, to, tx.caller().actor())))
        .mapEmpty();
  }
}
