package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;

/**
 * What is looked up to know who asks: one statement, so that version and rights are of one time.
 */
final class AccessSql {

  private static final String VERSION = "SELECT version FROM access_version";

  private static final String MOVE = "UPDATE access_version SET version = version + 1";

  private static final String RIGHTS =
      """
             p.id AS person_id,
             coalesce((SELECT max(r.rank) FROM person_role m JOIN role r ON r.id = m.role_id
                        WHERE m.person_id = p.id), 0) AS rank,
             ARRAY(SELECT r.name FROM person_role m JOIN role r ON r.id = m.role_id
                    WHERE m.person_id = p.id AND r.built_in) AS built_in,
             ARRAY(SELECT DISTINCT unnest(r.permissions)
                     FROM person_role m JOIN role r ON r.id = m.role_id
                    WHERE m.person_id = p.id AND NOT r.built_in) AS custom,
             EXISTS(SELECT 1 FROM person_role m JOIN role r ON r.id = m.role_id
                     WHERE m.person_id = p.id AND r.second_factor) AS second_factor,
             (SELECT version FROM access_version) AS version
      """;

  private static final String OF_SESSION =
      "SELECT s.methods, s.authenticated_at, s.active_at, s.expires_at,\n"
          + RIGHTS
          + """
              FROM session s JOIN person p ON p.id = s.person_id
             WHERE s.id = $1::uuid AND s.ended_at IS NULL AND p.state = 'active'
            """;

  private static final String OF_KEY =
      "SELECT k.id AS key_id, k.scopes, k.expires_at, k.last_used_at,\n"
          + RIGHTS
          + """
              FROM api_key k JOIN person p ON p.id = k.person_id
             WHERE k.hash = $1::bytea AND k.revoked_at IS NULL AND p.state = 'active'
            """;

  private static final String TOUCH_SESSION =
      """
      UPDATE session SET active_at = greatest(active_at, $2::timestamptz)
       WHERE id = $1::uuid AND ended_at IS NULL
      """;

  private static final String TOUCH_KEY =
      """
      UPDATE api_key SET last_used_at = greatest(last_used_at, $2::timestamptz)
       WHERE id = $1::uuid
      """;

  private final Rights rights;

  AccessSql(Rights rights) {
    this.rights = rights;
  }

  static Future<Long> version(Session session) {
    return session.run(VERSION).map(rows -> rows.iterator().next().getLong(0));
  }

  static Future<Void> move(Tx tx) {
    return tx.run(MOVE).mapEmpty();
  }

  /** Empty when it ended, or when its person is not active. */
  Future<Optional<Known>> session(Session session, UUID id) {
    return session.run(OF_SESSION, Tuple.of(id)).map(rows -> first(rows).map(row -> of(id, row)));
  }

  /** Empty when it is unknown or revoked, or when its owner is not active. */
  Future<Optional<Known>> key(Session session, byte[] hash) {
    return session
        .run(OF_KEY, Tuple.of(io.vertx.core.buffer.Buffer.buffer(hash)))
        .map(rows -> first(rows).map(this::ofKey));
  }

  Future<Void> touchSession(Tx tx, UUID id, OffsetDateTime now) {
    return tx.run(TOUCH_SESSION, Tuple.of(id, now)).mapEmpty();
  }

  Future<Void> touchKey(Tx tx, UUID id, OffsetDateTime now) {
    return tx.run(TOUCH_KEY, Tuple.of(id, now)).mapEmpty();
  }

  private Known of(UUID id, Row row) {
    Set<String> methods = Set.of(row.getArrayOfStrings("methods"));
    boolean enrolling = row.getBoolean("second_factor") && !Factors.hasSecond(methods);
    return Known.ofSession(
        row.getLong("version"),
        id,
        row.getUUID("person_id"),
        enrolling ? Set.of(Rights.SELF) : with(Rights.SELF, permissions(row)),
        enrolling,
        row.getInteger("rank"),
        row.getOffsetDateTime("authenticated_at").toInstant(),
        row.getOffsetDateTime("active_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant());
  }

  /** What a key may do is part of what its owner may do now. */
  private Known ofKey(Row row) {
    Set<String> both = new java.util.TreeSet<>(permissions(row));
    both.retainAll(List.of(row.getArrayOfStrings("scopes")));
    return Known.ofKey(
        row.getLong("version"),
        row.getUUID("key_id"),
        row.getUUID("person_id"),
        Set.copyOf(both),
        row.getInteger("rank"),
        Optional.ofNullable(row.getOffsetDateTime("expires_at")).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getOffsetDateTime("last_used_at")).map(OffsetDateTime::toInstant));
  }

  private Set<String> permissions(Row row) {
    return rights.of(
        List.of(row.getArrayOfStrings("built_in")), List.of(row.getArrayOfStrings("custom")));
  }

  private static Set<String> with(String one, Set<String> others) {
    var all = new java.util.TreeSet<>(others);
    all.add(one);
    return Set.copyOf(all);
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    var all = rows.iterator();
    return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
  }
}
