package systems.voltaic.magnetiq.people.sso;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Tx;

/** The sso_identity table. */
final class SsoSql {

  /** A person that a provider may open the door for. */
  record Member(UUID id, String email, String name, Language language, boolean active) {}

  private static final String MEMBER = "p.id, p.email, p.name, p.language, p.state FROM person p";

  private static final String BY_IDENTITY =
      "SELECT "
          + MEMBER
          + " JOIN sso_identity s ON s.person_id = p.id"
          + " WHERE s.issuer = $1::text AND s.subject = $2::text";

  private static final String BY_EMAIL =
      "SELECT " + MEMBER + " WHERE p.email_key = $1::text AND p.state = 'active' FOR UPDATE";

  private static final String LINK =
      """
      INSERT INTO sso_identity (issuer, subject, person_id)
           SELECT $1::text, $2::text, $3::uuid
            WHERE NOT EXISTS (SELECT FROM sso_identity
                               WHERE issuer = $1::text AND person_id = $3::uuid)
      """;

  Future<Optional<Member>> byIdentity(Tx tx, String issuer, String subject) {
    return tx.run(BY_IDENTITY, Tuple.of(issuer, subject)).map(SsoSql::first);
  }

  Future<Optional<Member>> byEmail(Tx tx, String key) {
    return tx.run(BY_EMAIL, Tuple.of(key)).map(SsoSql::first);
  }

  /** False when the person is somebody else at that provider already. */
  Future<Boolean> link(Tx tx, String issuer, String subject, UUID person) {
    return tx.run(LINK, Tuple.of(issuer, subject, person)).map(rows -> rows.rowCount() == 1);
  }

  private static Optional<Member> first(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst().map(SsoSql::member);
  }

  private static Member member(Row row) {
    return new Member(
        row.getUUID("id"),
        row.getString("email"),
        row.getString("name"),
        Language.of(row.getString("language")),
        row.getString("state").equals("active"));
  }
}
