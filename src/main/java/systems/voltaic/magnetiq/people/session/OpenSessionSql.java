package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Session;

/** Reads the sessions that are open. */
final class OpenSessionSql {

  /** Whose session it is, and what that person may do to others. */
  record Owner(UUID person, int rank) {}

  private static final String OPEN =
      " s.ended_at IS NULL AND s.expires_at > $1::timestamptz AND s.active_at > $2::timestamptz"
          + " AND ($3::uuid IS NULL OR s.person_id = $3::uuid)";

  private static final String LIST =
      """
      SELECT s.id, s.person_id, p.name, p.email, s.client, s.agent, s.methods, s.created_at,
             s.active_at, s.expires_at
        FROM session s JOIN person p ON p.id = s.person_id
       WHERE ($4::uuid IS NULL OR s.id < $4::uuid) AND
      """
          + OPEN
          + " ORDER BY s.id DESC LIMIT $5::int";

  private static final String COUNT = "SELECT count(*) FROM session s WHERE" + OPEN;

  private static final String OWNER =
      """
      SELECT s.person_id,
             coalesce((SELECT max(r.rank) FROM person_role m JOIN role r ON r.id = m.role_id
                        WHERE m.person_id = s.person_id), 0) AS rank
        FROM session s
       WHERE s.id = $1::uuid AND s.ended_at IS NULL
      """;

  /**
   * @param idleSince who did nothing since then is not here any more
   */
  Future<List<OpenSession>> list(
      Session session, Optional<UUID> person, Instant now, Instant idleSince, Paging paging) {
    return session
        .run(
            LIST,
            open(person, now, idleSince)
                .addUUID(paging.after().orElse(null))
                .addInteger(paging.rows()))
        .map(OpenSessionSql::sessions);
  }

  Future<Long> count(Session session, Optional<UUID> person, Instant now, Instant idleSince) {
    return session
        .run(COUNT, open(person, now, idleSince))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  Future<Optional<Owner>> owner(Session session, UUID id) {
    return session
        .run(OWNER, Tuple.of(id))
        .map(rows -> stream(rows).findFirst().map(OpenSessionSql::owner));
  }

  private static Tuple open(Optional<UUID> person, Instant now, Instant idleSince) {
    return Tuple.of(
        now.atOffset(ZoneOffset.UTC), idleSince.atOffset(ZoneOffset.UTC), person.orElse(null));
  }

  private static List<OpenSession> sessions(RowSet<Row> rows) {
    return stream(rows).map(OpenSessionSql::session).toList();
  }

  private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private static Owner owner(Row row) {
    return new Owner(row.getUUID("person_id"), row.getInteger("rank"));
  }

  private static OpenSession session(Row row) {
    return new OpenSession(
        row.getUUID("id"),
        new OpenSession.Person(
            row.getUUID("person_id"), row.getString("name"), row.getString("email")),
        false,
        row.getString("client"),
        row.getString("agent"),
        List.of(row.getArrayOfStrings("methods")),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("active_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant());
  }
}
