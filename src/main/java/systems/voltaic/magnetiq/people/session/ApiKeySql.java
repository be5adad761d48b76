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
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;

/** The api_key table. */
final class ApiKeySql {

  private static final String COLUMNS =
      """
      SELECT k.id, k.name, k.prefix, k.scopes, k.person_id, p.name AS owner, k.created_at,
             k.expires_at, k.last_used_at, k.revoked_at, k.version
        FROM api_key k JOIN person p ON p.id = k.person_id
      """;

  private static final String LIST =
      COLUMNS
          + """
             WHERE ($1::uuid IS NULL OR k.person_id = $1::uuid)
               AND ($2::uuid IS NULL OR k.id < $2::uuid)
             ORDER BY k.id DESC
             LIMIT $3::int
            """;

  private static final String COUNT =
      "SELECT count(*) FROM api_key WHERE $1::uuid IS NULL OR person_id = $1::uuid";

  private static final String BY_ID =
      COLUMNS + " WHERE k.id = $1::uuid AND ($2::uuid IS NULL OR k.person_id = $2::uuid)";

  private static final String INSERT =
      """
      INSERT INTO api_key (id, person_id, name, prefix, hash, scopes, created_at, expires_at)
           VALUES ($1::uuid, $2::uuid, $3::text, $4::text, $5::bytea, $6::text[],
                   $7::timestamptz, $8::timestamptz)
      """;

  private static final String REVOKE =
      """
      UPDATE api_key SET revoked_at = $2::timestamptz, version = version + 1
       WHERE id = $1::uuid AND revoked_at IS NULL
      """;

  Future<List<ApiKey>> list(Session session, Optional<UUID> owner, Paging paging) {
    var values = Tuple.of(owner.orElse(null), paging.after().orElse(null), paging.rows());
    return session.run(LIST, values).map(rows -> keys(rows).toList());
  }

  Future<Long> count(Session session, Optional<UUID> owner) {
    return session
        .run(COUNT, Tuple.of(owner.orElse(null)))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /** Somebody else's is not found, where an owner is given. */
  Future<Optional<ApiKey>> byId(Session session, UUID id, Optional<UUID> owner) {
    return session.run(BY_ID, Tuple.of(id, owner.orElse(null))).map(rows -> keys(rows).findFirst());
  }

  Future<Void> insert(
      Tx tx, UUID id, UUID owner, ApiKey.Draft draft, KeySecret secret, Instant now) {
    return tx.run(
            INSERT,
            Tuple.of(id, owner, draft.name(), secret.prefix())
                .addBuffer(Buffer.buffer(secret.hash()))
                .addArrayOfString(draft.scopes().toArray(String[]::new))
                .addOffsetDateTime(at(now))
                .addOffsetDateTime(draft.end().map(ApiKeySql::at).orElse(null)))
        .mapEmpty();
  }

  Future<Integer> revoke(Tx tx, UUID id, Instant now) {
    return tx.run(REVOKE, Tuple.of(id, at(now))).map(RowSet::rowCount);
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static Stream<ApiKey> keys(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(ApiKeySql::key);
  }

  private static ApiKey key(Row row) {
    return new ApiKey(
        row.getUUID("id"),
        row.getString("name"),
        row.getString("prefix"),
        List.of(row.getArrayOfStrings("scopes")),
        new ApiKey.Owner(row.getUUID("person_id"), row.getString("owner")),
        moment(row, "created_at"),
        moment(row, "expires_at"),
        moment(row, "last_used_at"),
        moment(row, "revoked_at"),
        row.getLong("version"));
  }

  private static Instant moment(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }
}
