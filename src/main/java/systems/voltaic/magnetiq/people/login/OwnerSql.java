package systems.voltaic.magnetiq.people.login;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Tx;

/** Who owns the installation, and who comes to own it. */
final class OwnerSql {

  private static final String HAS_OWNER =
      """
      SELECT EXISTS (SELECT FROM person p JOIN person_role m ON m.person_id = p.id
                       JOIN role r ON r.id = m.role_id
                      WHERE p.state = 'active' AND r.name = 'super_admin')
      """;

  private static final String IS_OWNER =
      """
      SELECT EXISTS (SELECT FROM person_role m JOIN role r ON r.id = m.role_id
                      WHERE m.person_id = $1::uuid AND r.name = 'super_admin')
      """;

  private static final String INSERT =
      """
      INSERT INTO person (id, email, email_key, name, language, state)
           VALUES ($1::uuid, $2::text, $3::text, $4::text, $5::text, 'invited')
      """;

  private static final String MAKE_OWNER =
      """
      INSERT INTO person_role (person_id, role_id)
           SELECT $1::uuid, id FROM role WHERE name = 'super_admin'
      """;

  Future<Boolean> hasOwner(Tx tx) {
    return tx.run(HAS_OWNER).map(rows -> rows.iterator().next().getBoolean(0));
  }

  Future<Boolean> isOwner(Tx tx, UUID person) {
    return tx.run(IS_OWNER, Tuple.of(person)).map(rows -> rows.iterator().next().getBoolean(0));
  }

  Future<Void> insert(Tx tx, Account account) {
    return tx.run(
            INSERT,
            Tuple.of(account.id(), account.email(), account.key(), account.name())
                .addString(account.language().tag()))
        .recover(LoginSql::taken)
        .mapEmpty();
  }

  Future<Void> makeOwner(Tx tx, UUID person) {
    return tx.run(MAKE_OWNER, Tuple.of(person)).mapEmpty();
  }
}
