package systems.voltaic.magnetiq.audit;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.secret.Signature;

/** The seals, their head, and the entries as they are sealed. */
final class SealSql {

  private static final String NEWEST_POSITION =
      "SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS position FROM audit_position";

  /** Not the end of a snapshot: that is the newest one that ended, and younger ones may be open. */
  private static final String OWN_TRANSACTION =
      "SELECT pg_current_xact_id()::text::bigint AS number";

  private static final String OLDEST_TRANSACTION =
      "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS number";

  private static final List<String> TEXTS =
      List.of("actor", "client", "request_id", "action", "subject", "before", "after");

  private static final String LINES =
      """
      SELECT position, id, (extract(epoch FROM at) * 1000000)::bigint AS micros, actor, client,
             request_id, action, subject, before::text AS before, after::text AS after
        FROM audit
       WHERE position > $1::bigint AND position <= $2::bigint
       ORDER BY position
       LIMIT $3::int
      """;

  private static final String AFTER =
      "SELECT count(*) AS number FROM audit WHERE position > $1::bigint";

  private static final String HEAD = "SELECT seal, hash, key, signature FROM audit_head";

  private static final String MOVE_HEAD =
      """
      UPDATE audit_head
         SET seal = $1::bigint, hash = $2::text, key = $3::text, signature = $4::text
      """;

  private static final String SEALS =
      """
      SELECT number, upto, entries, first_entry, last_entry, sealed_at, marks, hash, key, signature
        FROM audit_seal
       WHERE number >= $1::bigint
       ORDER BY number
       LIMIT $2::int
      """;

  private static final String BEYOND_HEAD =
      "SELECT min(number) AS number FROM audit_seal WHERE number > (SELECT seal FROM audit_head)";

  private static final String INSERT =
      """
      INSERT INTO audit_seal (number, upto, entries, first_entry, last_entry, sealed_at,
                              marks, hash, key, signature)
           VALUES ($1::bigint, $2::bigint, $3::int, $4::uuid, $5::uuid, $6::timestamptz,
                   $7::bytea, $8::text, $9::text, $10::text)
      """;

  private static final String NOTE_VERDICT =
      "UPDATE audit_head SET verified_at = $1::timestamptz, verdict = $2::text::jsonb";

  private static final String LAST_VERDICT =
      "SELECT verified_at, verdict::text AS verdict FROM audit_head WHERE verdict IS NOT NULL";

  private static final String OLDEST =
      """
      SELECT (SELECT at FROM audit ORDER BY position LIMIT 1) AS oldest,
             (SELECT at FROM audit
               WHERE position > coalesce((SELECT s.upto FROM audit_seal s JOIN audit_head h
                                             ON h.seal = s.number), 0)
               ORDER BY position LIMIT 1) AS unsealed
      """;

  Future<Verification.Waiting> waiting(Session session) {
    return session.run(OLDEST).map(rows -> waiting(first(rows)));
  }

  private static Verification.Waiting waiting(Row row) {
    return new Verification.Waiting(moment(row, "oldest"), moment(row, "unsealed"));
  }

  private static Optional<Instant> moment(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  Future<Long> newestPosition(Session session) {
    return session.run(NEWEST_POSITION).map(rows -> first(rows).getLong("position"));
  }

  Future<Long> ownTransaction(Session session) {
    return session.run(OWN_TRANSACTION).map(rows -> first(rows).getLong("number"));
  }

  Future<Long> oldestTransaction(Session session) {
    return session.run(OLDEST_TRANSACTION).map(rows -> first(rows).getLong("number"));
  }

  Future<List<Line>> lines(Session session, long after, long upto, int most) {
    return session
        .run(LINES, Tuple.of(after, upto, most))
        .map(rows -> stream(rows).map(SealSql::line).toList());
  }

  Future<Long> countAfter(Session session, long position) {
    return session.run(AFTER, Tuple.of(position)).map(rows -> first(rows).getLong("number"));
  }

  Future<Optional<Head>> head(Session session) {
    return session.run(HEAD).map(rows -> stream(rows).findFirst().map(SealSql::head));
  }

  /** Of several instances that seal, one goes on. */
  Future<Optional<Head>> lockedHead(Tx tx) {
    return tx.run(HEAD + " FOR UPDATE").map(rows -> stream(rows).findFirst().map(SealSql::head));
  }

  Future<Void> moveHead(Tx tx, Head head) {
    return tx.run(
            MOVE_HEAD,
            Tuple.of(head.seal(), head.hash(), head.signature().key(), head.signature().code()))
        .mapEmpty();
  }

  Future<List<Seal>> seals(Session session, long from, int most) {
    return session
        .run(SEALS, Tuple.of(from, most))
        .map(rows -> stream(rows).map(SealSql::seal).toList());
  }

  /** A seal that the head does not know. */
  Future<Optional<Long>> beyondHead(Session session) {
    return session.run(BEYOND_HEAD).map(rows -> Optional.ofNullable(first(rows).getLong("number")));
  }

  Future<Void> insert(Tx tx, Seal seal) {
    return tx.run(
            INSERT,
            Tuple.of(seal.number(), seal.upto(), seal.entries(), seal.first(), seal.last())
                .addOffsetDateTime(seal.at().atOffset(ZoneOffset.UTC))
                .addBuffer(seal.marks())
                .addString(seal.hash())
                .addString(seal.signature().key())
                .addString(seal.signature().code()))
        .mapEmpty();
  }

  Future<Void> noteVerdict(Tx tx, Instant now, Verdict verdict) {
    return tx.run(
            NOTE_VERDICT, Tuple.of(now.atOffset(ZoneOffset.UTC), Json.write(verdict).toString()))
        .mapEmpty();
  }

  Future<Optional<Verdict.Noted>> lastVerdict(Session session) {
    return session.run(LAST_VERDICT).map(rows -> stream(rows).findFirst().map(SealSql::noted));
  }

  private static Verdict.Noted noted(Row row) {
    return new Verdict.Noted(
        row.getOffsetDateTime("verified_at").toInstant(),
        Json.read(Json.parse(row.getString("verdict")), Verdict.class));
  }

  private static Row first(RowSet<Row> rows) {
    return rows.iterator().next();
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private static Head head(Row row) {
    return new Head(row.getLong("seal"), row.getString("hash"), signature(row));
  }

  private static Seal seal(Row row) {
    OffsetDateTime at = row.getOffsetDateTime("sealed_at");
    return new Seal(
        row.getLong("number"),
        row.getLong("upto"),
        row.getInteger("entries"),
        row.getUUID("first_entry"),
        row.getUUID("last_entry"),
        at.toInstant(),
        row.getBuffer("marks"),
        row.getString("hash"),
        signature(row));
  }

  private static Signature signature(Row row) {
    return new Signature(row.getString("key"), row.getString("signature"));
  }

  private static Line line(Row row) {
    return new Line(
        row.getLong("position"),
        row.getUUID("id"),
        row.getLong("micros"),
        TEXTS.stream().map(row::getString).collect(Collectors.toList()));
  }
}
