package systems.voltaic.magnetiq.people.factor;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;

/** A person as far as factors are concerned. */
final class HolderSql {

  private static final String FIND =
      """
      SELECT p.id, p.email, p.name, p.language, p.state = 'active' AS active,
             EXISTS (SELECT FROM person_role
                       JOIN role ON role.id = person_role.role_id
                      WHERE person_role.person_id = p.id
                        AND (role.second_factor OR role.name = 'super_admin')) AS required,
             (SELECT confirmed_at FROM totp WHERE person_id = p.id) AS totp_since,
             (SELECT count(*)::int FROM passkey WHERE person_id = p.id) AS passkeys,
             (SELECT count(*)::int FROM recovery_code
               WHERE person_id = p.id AND used_at IS NULL) AS recovery_codes
        FROM person AS p
       WHERE p.id = $1::uuid
      """;

  private static final String LOCK = "SELECT FROM person WHERE id = $1::uuid FOR NO KEY UPDATE";

  Future<Optional<Holder>> find(Session session, UUID person) {
    return session.run(FIND, Tuple.of(person)).map(HolderSql::first);
  }

  Future<Holder> byId(Session session, UUID person) {
    return find(session, person)
        .map(found -> found.orElseThrow(() -> Fault.notFound("person", person)));
  }

  /** Changes of one person's factors wait for each other: nobody removes two last ones. */
  Future<Holder> lock(Tx tx, UUID person) {
    return tx.run(LOCK, Tuple.of(person)).compose(locked -> byId(tx, person));
  }

  private static Optional<Holder> first(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst().map(HolderSql::holder);
  }

  private static Holder holder(Row row) {
    var since = Optional.ofNullable(row.getOffsetDateTime("totp_since"));
    return new Holder(
        row.getUUID("id"),
        row.getString("email"),
        row.getString("name"),
        Language.of(row.getString("language")),
        row.getBoolean("active"),
        new Standing(
            row.getBoolean("required"),
            since.map(OffsetDateTime::toInstant),
            row.getInteger("passkeys"),
            row.getInteger("recovery_codes")));
  }
}
