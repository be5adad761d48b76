package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;

/** The session table, where somebody opens, turns and ends one. */
final class SessionSql {

  /** A session that is held until the end of the transaction. */
  record Held(
      UUID id,
      UUID person,
      boolean active,
      Buffer refresh,
      Optional<Buffer> earlier,
      Instant rotatedAt,
      Set<String> methods,
      Instant activeAt,
      Instant expiresAt,
      boolean ended) {}

  private static final String INSERT =
      """
      INSERT INTO session (id, person_id, refresh, rotated_at, methods, client, agent, created_at,
                           authenticated_at, active_at, expires_at)
           VALUES ($1::uuid, $2::uuid, $3::bytea, $4::timestamptz, $5::text[], $6::text, $7::text,
                   $4::timestamptz, $4::timestamptz, $4::timestamptz, $8::timestamptz)
      """;

  private static final String LOGGED_IN =
      "UPDATE person SET last_login_at = $2::timestamptz WHERE id = $1::uuid";

  private static final String HOLD =
      """
      SELECT s.id, s.person_id, p.state = 'active' AS active, s.refresh, s.earlier, s.rotated_at,
             s.methods, s.active_at, s.expires_at, s.ended_at IS NOT NULL AS ended
        FROM session s JOIN person p ON p.id = s.person_id
       WHERE s.id = $1::uuid
         FOR UPDATE OF s
      """;

  private static final String ROTATE =
      """
      UPDATE session SET earlier = refresh, refresh = $2::bytea, rotated_at = $3::timestamptz
       WHERE id = $1::uuid
      """;

  private static final String REPLACE =
      "UPDATE session SET refresh = $2::bytea WHERE id = $1::uuid";

  private static final String ACTIVE =
      """
      UPDATE session SET active_at = greatest(active_at, $2::timestamptz) WHERE id = $1::uuid
      """;

  private static final String PROVE =
      """
      UPDATE session
         SET authenticated_at = $2::timestamptz,
             methods = ARRAY(SELECT DISTINCT unnest(methods || $3::text[]))
       WHERE id = $1::uuid
      """;

  private static final String END =
      """
      UPDATE session SET ended_at = $2::timestamptz, ended_by = $3::text
       WHERE id = $1::uuid AND ended_at IS NULL
      """;

  private static final String END_ALL =
      """
      UPDATE session SET ended_at = $2::timestamptz, ended_by = $3::text
       WHERE person_id = $1::uuid AND ended_at IS NULL AND id IS DISTINCT FROM $4::uuid
      """;

  private static final String END_ALL_OF_ROLE =
      """
      UPDATE session SET ended_at = $2::timestamptz, ended_by = $3::text
       WHERE id IN (SELECT s.id FROM session s JOIN person_role m ON m.person_id = s.person_id
                     WHERE m.role_id = $1::uuid AND s.ended_at IS NULL
                       AND s.id IS DISTINCT FROM $4::uuid
                     ORDER BY s.id FOR UPDATE OF s)
      """;

  private static final String GOOD =
      """
      SELECT 1 FROM session
       WHERE id = $1::uuid AND ended_at IS NULL AND (refresh = $2::bytea OR earlier = $2::bytea)
      """;

  private static final String PURGE =
      """
      DELETE FROM session
       WHERE id IN (SELECT id FROM session
                     WHERE expires_at < $1::timestamptz OR ended_at < $1::timestamptz LIMIT 1000)
      """;

  Future<Void> insert(Tx tx, Held fresh, String client, String agent) {
    return tx.run(
            INSERT,
            Tuple.of(fresh.id(), fresh.person(), fresh.refresh())
                .addOffsetDateTime(at(fresh.rotatedAt()))
                .addArrayOfString(fresh.methods().toArray(String[]::new))
                .addString(client)
                .addString(agent)
                .addOffsetDateTime(at(fresh.expiresAt())))
        .compose(added -> tx.run(LOGGED_IN, Tuple.of(fresh.person(), at(fresh.rotatedAt()))))
        .mapEmpty();
  }

  Future<Optional<Held>> hold(Tx tx, UUID id) {
    return tx.run(HOLD, Tuple.of(id))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).findFirst().map(SessionSql::held));
  }

  Future<Void> rotate(Tx tx, UUID id, Buffer refresh, Instant now) {
    return tx.run(ROTATE, Tuple.of(id, refresh, at(now))).mapEmpty();
  }

  /** The one before was never used. */
  Future<Void> replace(Tx tx, UUID id, Buffer refresh) {
    return tx.run(REPLACE, Tuple.of(id, refresh)).mapEmpty();
  }

  Future<Void> active(Tx tx, UUID id, Instant now) {
    return tx.run(ACTIVE, Tuple.of(id, at(now))).mapEmpty();
  }

  Future<Void> prove(Tx tx, UUID id, Instant now, Set<String> methods) {
    return tx.run(PROVE, Tuple.of(id, at(now), methods.toArray(String[]::new))).mapEmpty();
  }

  Future<Integer> end(Tx tx, UUID id, Instant now, String why) {
    return tx.run(END, Tuple.of(id, at(now), why)).map(RowSet::rowCount);
  }

  Future<Integer> endAll(Tx tx, UUID person, Instant now, String why, Optional<UUID> except) {
    return tx.run(END_ALL, Tuple.of(person, at(now), why, except.orElse(null)))
        .map(RowSet::rowCount);
  }

  Future<Void> endAllOfRole(Tx tx, UUID role, Instant now, String why, Optional<UUID> except) {
    return tx.run(END_ALL_OF_ROLE, Tuple.of(role, at(now), why, except.orElse(null))).mapEmpty();
  }

  /** Whether it is the secret of a session that has not ended. */
  Future<Boolean> isGood(Session session, UUID id, Buffer secret) {
    return session.run(GOOD, Tuple.of(id, secret)).map(rows -> rows.size() == 1);
  }

  Future<Integer> purge(Tx tx, Instant before) {
    return tx.run(PURGE, Tuple.of(at(before))).map(RowSet::rowCount);
  }

  private static Held held(Row row) {
    return new Held(
        row.getUUID("id"),
        row.getUUID("person_id"),
        row.getBoolean("active"),
        row.getBuffer("refresh"),
        Optional.ofNullable(row.getBuffer("earlier")),
        row.getOffsetDateTime("rotated_at").toInstant(),
        Set.copyOf(List.of(row.getArrayOfStrings("methods"))),
        row.getOffsetDateTime("active_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant(),
        row.getBoolean("ended"));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
