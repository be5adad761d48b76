package systems.voltaic.magnetiq.token;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.json.Json;

/** The token table. */
final class TokenSql {

  private static final String INSERT =
      """
      INSERT INTO token (hash, purpose, subject, data, uses, created_at, expires_at)
           VALUES ($1::bytea, $2::text, $3::text, $4::text::jsonb, $5::int,
                   $6::timestamptz, $7::timestamptz)
      """;

  private static final String FIND =
      """
      SELECT purpose, subject, data::text AS data, expires_at
        FROM token
       WHERE hash = $1::bytea AND purpose = $2::text AND uses > 0 AND expires_at > $3::timestamptz
      """;

  private static final String USE =
      """
      UPDATE token SET uses = uses - 1
       WHERE hash = $1::bytea AND purpose = $2::text AND uses > 0 AND expires_at > $3::timestamptz
      RETURNING purpose, subject, data::text AS data, expires_at
      """;

  private static final String REVOKE =
      "DELETE FROM token WHERE subject = $1::text AND purpose = ANY($2::text[])";

  private static final String ISSUED_SINCE =
      """
      SELECT EXISTS (SELECT FROM token
                      WHERE subject = $1::text AND purpose = $2::text
                        AND created_at > $3::timestamptz)
      """;

  private static final String PURGE =
      """
      DELETE FROM token
       WHERE hash IN (SELECT hash FROM token WHERE expires_at < $1::timestamptz LIMIT 1000)
      """;

  Future<Void> insert(Tx tx, byte[] hash, Token token, int uses, Instant now) {
    return tx.run(
            INSERT,
            Tuple.of(Buffer.buffer(hash), token.purpose(), token.subject())
                .addString(token.data().toString())
                .addInteger(uses)
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(token.expiresAt().atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  Future<Optional<Token>> find(Session session, byte[] hash, String purpose, Instant now) {
    return session.run(FIND, key(hash, purpose, now)).map(TokenSql::first);
  }

  Future<Optional<Token>> use(Tx tx, byte[] hash, String purpose, Instant now) {
    return tx.run(USE, key(hash, purpose, now)).map(TokenSql::first);
  }

  Future<Void> revoke(Tx tx, String subject, String... purposes) {
    return tx.run(REVOKE, Tuple.of(subject).addArrayOfString(purposes)).mapEmpty();
  }

  Future<Boolean> issuedSince(Tx tx, String subject, String purpose, Instant since) {
    return tx.run(ISSUED_SINCE, Tuple.of(subject, purpose, since.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /** What nobody can use any more is kept a day, so that a second try can be told why. */
  Future<Integer> purge(Tx tx, Instant now) {
    var before = now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC);
    return tx.run(PURGE, Tuple.of(before)).map(RowSet::rowCount);
  }

  private static Tuple key(byte[] hash, String purpose, Instant now) {
    return Tuple.of(Buffer.buffer(hash), purpose, now.atOffset(ZoneOffset.UTC));
  }

  private static Optional<Token> first(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst().map(TokenSql::token);
  }

  private static Token token(Row row) {
    return new Token(
        row.getString("purpose"),
        row.getString("subject"),
        Json.parse(row.getString("data")),
        row.getOffsetDateTime("expires_at").toInstant());
  }
}
