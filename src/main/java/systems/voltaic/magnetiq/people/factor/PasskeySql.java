package systems.voltaic.magnetiq.people.factor;

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
import java.util.UUID;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Failures;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;

/** The passkey table. */
final class PasskeySql {

  private static final String SHOWN = "id, name, created_at, last_used_at, backed_up";

  private static final String LIST =
      "SELECT " + SHOWN + " FROM passkey WHERE person_id = $1::uuid ORDER BY id";

  private static final String CREDENTIAL =
      """
      SELECT id, person_id, credential_id, public_key, counter, transports, movable FROM passkey
      """;

  private static final String OF_PERSON = CREDENTIAL + " WHERE person_id = $1::uuid ORDER BY id";

  private static final String BY_CREDENTIAL =
      CREDENTIAL + " WHERE credential_id = $1::bytea FOR UPDATE";

  private static final String PERSON =
      "SELECT person_id FROM passkey WHERE credential_id = $1::bytea";

  private static final String INSERT =
      """
      INSERT INTO passkey (id, person_id, credential_id, public_key, counter, transports, movable,
                           backed_up, name, created_at)
           VALUES ($1::uuid, $2::uuid, $3::bytea, $4::bytea, $5::bigint, $6::text[], $7::boolean,
                   $8::boolean, $9::text, $10::timestamptz)
      """;

  private static final String USED =
      """
      UPDATE passkey
         SET counter = $2::bigint, backed_up = $3::boolean, last_used_at = $4::timestamptz
       WHERE id = $1::uuid
      """;

  private static final String RENAME =
      "UPDATE passkey SET name = $3::text WHERE id = $1::uuid AND person_id = $2::uuid RETURNING "
          + SHOWN;

  private static final String DELETE =
      "DELETE FROM passkey WHERE id = $1::uuid AND person_id = $2::uuid RETURNING " + SHOWN;

  private static final String DELETE_ALL = "DELETE FROM passkey WHERE person_id = $1::uuid";

  Future<List<Passkey>> list(Session session, UUID person) {
    return session
        .run(LIST, Tuple.of(person))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(PasskeySql::key).toList());
  }

  Future<List<Passkey.Credential>> credentials(Session session, UUID person) {
    return session
        .run(OF_PERSON, Tuple.of(person))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(PasskeySql::credential)
                    .toList());
  }

  /** Whose it is. */
  Future<Optional<UUID>> person(Session session, byte[] credentialId) {
    return session
        .run(PERSON, Tuple.of(Buffer.buffer(credentialId)))
        .map(rows -> first(rows).map(row -> row.getUUID("person_id")));
  }

  /** Who signs in with the same one at the same time waits for the end of this transaction. */
  Future<Optional<Passkey.Credential>> byCredential(Tx tx, byte[] credentialId) {
    return tx.run(BY_CREDENTIAL, Tuple.of(Buffer.buffer(credentialId)))
        .map(rows -> first(rows).map(PasskeySql::credential));
  }

  Future<Passkey> insert(
      Tx tx, Passkey.Credential made, boolean backedUp, String name, Instant now) {
    var values =
        Tuple.of(made.id(), made.person(), made.credentialId())
            .addBuffer(made.publicKey())
            .addLong(made.counter())
            .addArrayOfString(made.transports().toArray(String[]::new))
            .addBoolean(made.movable())
            .addBoolean(backedUp)
            .addString(name)
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
    return tx.run(INSERT, values)
        .recover(PasskeySql::taken)
        .map(done -> new Passkey(made.id(), name, now, null, backedUp));
  }

  Future<Void> used(Tx tx, UUID id, long counter, boolean backedUp, Instant now) {
    return tx.run(USED, Tuple.of(id, counter, backedUp, now.atOffset(ZoneOffset.UTC))).mapEmpty();
  }

  Future<Passkey> rename(Tx tx, UUID id, UUID person, String name) {
    return tx.run(RENAME, Tuple.of(id, person, name)).map(rows -> found(rows, id));
  }

  Future<Passkey> delete(Tx tx, UUID id, UUID person) {
    return tx.run(DELETE, Tuple.of(id, person)).map(rows -> found(rows, id));
  }

  Future<Void> deleteAll(Tx tx, UUID person) {
    return tx.run(DELETE_ALL, Tuple.of(person)).mapEmpty();
  }

  private static Passkey found(RowSet<Row> rows, UUID id) {
    return first(rows).map(PasskeySql::key).orElseThrow(() -> Fault.notFound("passkey", id));
  }

  private static Future<RowSet<Row>> taken(Throwable failure) {
    return Future.failedFuture(
        Failures.breaks("passkey_credential_id_key", failure)
            ? Fault.conflict("passkey-taken", "this passkey is registered already")
            : failure);
  }

  private static Passkey key(Row row) {
    OffsetDateTime used = row.getOffsetDateTime("last_used_at");
    return new Passkey(
        row.getUUID("id"),
        row.getString("name"),
        row.getOffsetDateTime("created_at").toInstant(),
        used == null ? null : used.toInstant(),
        row.getBoolean("backed_up"));
  }

  private static Passkey.Credential credential(Row row) {
    return new Passkey.Credential(
        row.getUUID("id"),
        row.getUUID("person_id"),
        row.getBuffer("credential_id"),
        row.getBuffer("public_key"),
        row.getLong("counter"),
        List.of(row.getArrayOfStrings("transports")),
        row.getBoolean("movable"));
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst();
  }
}
