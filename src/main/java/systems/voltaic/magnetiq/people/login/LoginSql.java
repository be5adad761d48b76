package systems.voltaic.magnetiq.people.login;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Failures;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;

/** What signing in knows of a person and its factors. */
final class LoginSql {

  private static final String COLUMNS = "id, email, email_key, name, language, state, password";

  private static final String BY_KEY =
      "SELECT " + COLUMNS + " FROM person WHERE email_key = $1::text AND state <> 'deleted'";

  private static final String BY_ID =
      "SELECT " + COLUMNS + " FROM person WHERE id = $1::uuid AND state <> 'deleted'";

  private static final String LOCKED = BY_ID + " FOR UPDATE";

  private static final String SET_PASSWORD =
      """
      UPDATE person SET password = $2::text, password_at = $3::timestamptz, version = version + 1
       WHERE id = $1::uuid
      """;

  /** The same password, hashed harder; unless it was changed meanwhile. */
  private static final String REHASH =
      "UPDATE person SET password = $3::text WHERE id = $1::uuid AND password = $2::text";

  private static final String ACCEPT =
      """
      UPDATE person
         SET name = $2::text, language = $3::text, password = $4::text,
             password_at = $5::timestamptz, state = 'active', version = version + 1
       WHERE id = $1::uuid AND state = 'invited'
      """;

  private static final String SET_EMAIL =
      """
      UPDATE person SET email = $2::text, email_key = $3::text, version = version + 1
       WHERE id = $1::uuid AND state = 'active'
      """;

  private static final String SIGNED_IN =
      "UPDATE person SET last_login_at = $2::timestamptz WHERE id = $1::uuid";

  private static final String FACTORS =
      """
      SELECT EXISTS (SELECT FROM totp WHERE person_id = $1::uuid AND confirmed_at IS NOT NULL)
               AS totp,
             EXISTS (SELECT FROM passkey WHERE person_id = $1::uuid) AS passkey,
             EXISTS (SELECT FROM recovery_code WHERE person_id = $1::uuid AND used_at IS NULL)
               AS codes
      """;

  Future<Optional<Account>> byKey(Session session, String key) {
    return session.run(BY_KEY, Tuple.of(key)).map(LoginSql::first);
  }

  Future<Optional<Account>> byId(Session session, UUID id) {
    return session.run(BY_ID, Tuple.of(id)).map(LoginSql::first);
  }

  /** Nobody else changes it until the transaction ends. */
  Future<Optional<Account>> locked(Tx tx, UUID id) {
    return tx.run(LOCKED, Tuple.of(id)).map(LoginSql::first);
  }

  Future<Void> setPassword(Tx tx, UUID id, String hash, Instant now) {
    return tx.run(SET_PASSWORD, Tuple.of(id, hash, now.atOffset(ZoneOffset.UTC))).mapEmpty();
  }

  Future<Void> rehash(Session session, UUID id, String before, String after) {
    return session.run(REHASH, Tuple.of(id, before, after)).mapEmpty();
  }

  /** Whether there was somebody who had not come yet. */
  Future<Boolean> accept(Tx tx, UUID id, String name, Language language, String hash, Instant now) {
    return tx.run(
            ACCEPT,
            Tuple.of(id, name, language.tag(), hash)
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<Boolean> setEmail(Tx tx, UUID id, EmailAddress email) {
    return tx.run(SET_EMAIL, Tuple.of(id, email.text(), email.key()))
        .recover(LoginSql::taken)
        .map(rows -> rows.rowCount() == 1);
  }

  static <T> Future<T> taken(Throwable failure) {
    return Future.failedFuture(
        Failures.breaks("person_email", failure)
            ? Fault.conflict("email-taken", "somebody else has this e-mail address")
            : failure);
  }

  Future<Void> signedIn(Tx tx, UUID id, Instant now) {
    return tx.run(SIGNED_IN, Tuple.of(id, now.atOffset(ZoneOffset.UTC))).mapEmpty();
  }

  /** What a person can prove itself with besides the password. */
  Future<List<String>> factors(Tx tx, UUID id) {
    return tx.run(FACTORS, Tuple.of(id)).map(rows -> factors(rows.iterator().next()));
  }

  private static List<String> factors(Row row) {
    var names = new ArrayList<String>();
    if (row.getBoolean("totp")) {
      names.add("totp");
    }
    if (row.getBoolean("passkey")) {
      names.add("passkey");
    }
    if (!names.isEmpty() && row.getBoolean("codes")) {
      names.add("recoveryCode");
    }
    return List.copyOf(names);
  }

  private static Optional<Account> first(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst().map(LoginSql::account);
  }

  private static Account account(Row row) {
    return new Account(
        row.getUUID("id"),
        row.getString("email"),
        row.getString("email_key"),
        row.getString("name"),
        Language.of(row.getString("language")),
        row.getString("state"),
        Optional.ofNullable(row.getString("password")));
  }
}
