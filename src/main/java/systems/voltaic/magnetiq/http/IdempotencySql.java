package systems.voltaic.magnetiq.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.json.Json;

/** The table of calls that were carried out. */
final class IdempotencySql {

  private static final String FIND =
      """
      SELECT fingerprint, status, content_type, headers::text AS headers, body, withheld,
             created_at > now() - interval '10 seconds' AS recent
      FROM idempotency
      WHERE scope = $1::text AND key = $2::text AND expires_at > now()
      """;

  /** The lock is only tried: a twin must not sit on a connection while it waits. */
  private static final String CLAIM =
      """
      INSERT INTO idempotency AS there (scope, key, fingerprint)
      SELECT $1::text, $2::text, $3::bytea
      WHERE pg_try_advisory_xact_lock(hashtextextended($1::text || ' ' || $2::text, 36))
      ON CONFLICT (scope, key) DO UPDATE
      SET fingerprint = excluded.fingerprint, status = NULL, content_type = NULL, headers = NULL,
          body = NULL, withheld = false, created_at = now(),
          expires_at = now() + interval '24 hours'
      WHERE there.expires_at <= now()
      """;

  private static final String FINISH =
      """
      INSERT INTO idempotency AS there
        (scope, key, fingerprint, status, content_type, headers, body, withheld)
      VALUES ($1::text, $2::text, $3::bytea, $4::smallint, $5::text, $6::text::jsonb, $7::bytea,
        $8::boolean)
      ON CONFLICT (scope, key) DO UPDATE
      SET status = excluded.status, content_type = excluded.content_type,
          headers = excluded.headers, body = excluded.body, withheld = excluded.withheld
      WHERE there.status IS NULL
      """;

  private static final String PURGE =
      """
      DELETE FROM idempotency WHERE (scope, key) IN (
        SELECT scope, key FROM idempotency WHERE expires_at <= now()
        ORDER BY expires_at LIMIT 1000 FOR UPDATE SKIP LOCKED)
      """;

  /** What is known of a call; the answer is absent while it is not known, or must not be kept. */
  static final class Kept {

    private final byte[] fingerprint;
    private final Optional<Answer> answer;
    private final boolean pending;

    private Kept(Row row) {
      this.fingerprint = row.getBuffer("fingerprint").getBytes();
      boolean withheld = row.getBoolean("withheld");
      boolean known = row.getShort("status") != null && !withheld;
      this.answer = known ? Optional.of(restored(row)) : Optional.empty();
      this.pending = row.getShort("status") == null && row.getBoolean("recent");
    }

    byte[] fingerprint() {
      return fingerprint;
    }

    Optional<Answer> answer() {
      return answer;
    }

    /** Its answer may still come. */
    boolean isPending() {
      return pending;
    }
  }

  Future<Optional<Kept>> find(Session session, Claim claim) {
    return session.run(FIND, Tuple.of(claim.scope(), claim.key())).map(IdempotencySql::first);
  }

  /** False when somebody else has it or is at it. */
  Future<Boolean> claim(Session session, Claim claim) {
    var values = Tuple.of(claim.scope(), claim.key(), Buffer.buffer(claim.fingerprint()));
    return session.run(CLAIM, values).map(rows -> rows.rowCount() == 1);
  }

  Future<Void> finish(Session session, Claim claim, Answer answer) {
    boolean withheld = answer.headers().containsKey(Answer.SECRET);
    return session.run(FINISH, values(claim, answer, withheld)).mapEmpty();
  }

  Future<Integer> purge(Session session) {
    return session.run(PURGE).map(RowSet::rowCount);
  }

  private static Tuple values(Claim claim, Answer answer, boolean withheld) {
    return Tuple.tuple()
        .addString(claim.scope())
        .addString(claim.key())
        .addBuffer(Buffer.buffer(claim.fingerprint()))
        .addShort((short) answer.status())
        .addString(answer.contentType())
        .addString(withheld ? "{}" : Json.write(answer.headers()).toString())
        .addBuffer(withheld ? null : answer.body())
        .addBoolean(withheld);
  }

  private static Optional<Kept> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(new Kept(rows.iterator().next()));
  }

  private static Answer restored(Row row) {
    return new Answer(
        row.getShort("status"),
        row.getString("content_type"),
        row.getBuffer("body"),
        headers(Json.parse(row.getString("headers"))));
  }

  private static Map<String, String> headers(JsonNode tree) {
    var headers = new LinkedHashMap<String, String>();
    tree.properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return headers;
  }
}
