package systems.voltaic.magnetiq.job;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.json.Json;

/**
 * The job table as workers see it. The database's clock decides what is due, and every write of a
 * holder names the token of its claim.
 */
final class LeaseSql {

  /** How many jobs of a kind are wanted, and how long they are held. */
  record Wanted(String kind, int jobs, Duration lease) {}

  /** One index range for each kind and priority, so that delayed jobs are never walked over. */
  static final String CLAIM =
      """
      WITH picked AS MATERIALIZED (
        SELECT due.id, due.due_at, wanted.lease
          FROM unnest($1::text[], $2::int[], $3::bigint[]) AS wanted (kind, jobs, lease)
         CROSS JOIN LATERAL (
               SELECT ranked.id, ranked.due_at
                 FROM (VALUES (0::smallint), (1::smallint), (2::smallint)) AS rank (priority)
                CROSS JOIN LATERAL (
                      SELECT job.id, job.due_at
                        FROM job
                       WHERE job.kind = wanted.kind
                         AND job.priority = rank.priority
                         AND job.state <> 'parked'
                         AND job.due_at <= now()
                       ORDER BY job.due_at
                       LIMIT wanted.jobs
                         FOR UPDATE SKIP LOCKED) AS ranked
                LIMIT wanted.jobs) AS due)
      UPDATE job
         SET state = 'leased', token = nextval('job_token'), attempts = attempts + 1,
             due_at = now() + picked.lease * interval '1 millisecond', version = version + 1
        FROM picked
       WHERE job.id = picked.id
      RETURNING job.id, job.kind, job.payload::text, job.attempts, job.max_attempts, job.token,
                job.priority, picked.due_at AS was_due
      """;

  static final String COMPLETE =
      """
      DELETE FROM job
       USING unnest($1::uuid[], $2::bigint[]) AS mine (id, token)
       WHERE job.id = mine.id AND job.token = mine.token AND job.state = 'leased' AND NOT job.rerun
      RETURNING job.id
      """;

  private static final String RERUN =
      """
      UPDATE job
         SET state = 'waiting', rerun = false, attempts = 0, due_at = now(), version = version + 1
        FROM unnest($1::uuid[], $2::bigint[]) AS mine (id, token)
       WHERE job.id = mine.id AND job.token = mine.token AND job.state = 'leased' AND job.rerun
      RETURNING job.id
      """;

  private static final String FAIL =
      """
      UPDATE job
         SET state = CASE WHEN spent AND NOT rerun THEN 'parked' ELSE 'waiting' END,
             parked_at = CASE WHEN spent AND NOT rerun THEN now() END,
             attempts = CASE WHEN spent AND rerun THEN 0 ELSE attempts END,
             due_at = now() + $3::bigint * interval '1 millisecond',
             last_error = $4::text, rerun = false, version = version + 1
        FROM (SELECT id AS seen, $5::boolean OR attempts >= max_attempts AS spent
                FROM job WHERE id = $1::uuid) AS before
       WHERE id = seen AND token = $2::bigint AND state = 'leased'
      RETURNING state
      """;

  private static final String DROP = "DELETE FROM job WHERE id = $1::uuid AND state = 'parked'";

  private static final String CONFIRM =
      """
      SELECT FROM job WHERE id = $1::uuid AND token = $2::bigint AND state = 'leased' FOR UPDATE
      """;

  private static final String EXTEND =
      """
      UPDATE job
         SET due_at = now() + $3::bigint * interval '1 millisecond', version = version + 1
       WHERE id = $1::uuid AND token = $2::bigint AND state = 'leased'
      """;

  private static final String RELEASE =
      """
      UPDATE job
         SET state = 'waiting', due_at = now(), attempts = attempts - 1, version = version + 1
        FROM unnest($1::uuid[], $2::bigint[]) AS mine (id, token)
       WHERE job.id = mine.id AND job.token = mine.token AND job.state = 'leased'
      """;

  private static final String FIRST_RATE =
      "INSERT INTO job_rate (kind, spent_until) VALUES ($1::text, now()) ON CONFLICT DO NOTHING";

  private static final String UNSPENT =
      """
      SELECT (extract(epoch FROM now() - greatest(spent_until, now() - $2::bigint * interval '1 microsecond'))
              * 1000000)::bigint AS micros
        FROM job_rate
       WHERE kind = $1::text
         FOR UPDATE
      """;

  private static final String SPEND =
      """
      UPDATE job_rate
         SET spent_until = greatest(spent_until, now() - $2::bigint * interval '1 microsecond')
                           + $3::bigint * interval '1 microsecond'
       WHERE kind = $1::text
      """;

  /** Ordered by priority, then by how long they were due. */
  Future<List<Lease.Claim>> claim(Session session, List<Wanted> wanted) {
    var values =
        Tuple.of(
            wanted.stream().map(Wanted::kind).toArray(String[]::new),
            wanted.stream().map(Wanted::jobs).toArray(Integer[]::new),
            wanted.stream().map(w -> w.lease().toMillis()).toArray(Long[]::new));
    return session.run(CLAIM, values).map(LeaseSql::claims);
  }

  /** The ids that were ours to finish; the others belong to somebody else by now. */
  Future<Set<UUID>> complete(Session session, List<Lease.Claim> held) {
    return session
        .run(COMPLETE, tokens(held))
        .map(LeaseSql::ids)
        .compose(
            gone ->
                gone.size() == held.size()
                    ? Future.succeededFuture(gone)
                    : rerun(session, held, gone));
  }

  private Future<Set<UUID>> rerun(Session session, List<Lease.Claim> held, Set<UUID> gone) {
    var rest = held.stream().filter(c -> !gone.contains(c.id())).toList();
    return session.run(RERUN, tokens(rest)).map(LeaseSql::ids).map(again -> union(gone, again));
  }

  /** What became of it; empty when it was no longer ours. */
  Future<Optional<Job.State>> fail(
      Tx tx, Lease.Claim held, Duration delay, String error, boolean permanent) {
    return tx.run(FAIL, Tuple.of(held.id(), held.token(), delay.toMillis(), error, permanent))
        .map(rows -> JobSql.stream(rows).findFirst().map(LeaseSql::state));
  }

  Future<Void> drop(Tx tx, UUID id) {
    return tx.run(DROP, Tuple.of(id)).mapEmpty();
  }

  /** Whether it is still ours; if so, it stays ours until the transaction ends. */
  Future<Boolean> confirm(Tx tx, Lease.Claim held) {
    return tx.run(CONFIRM, Tuple.of(held.id(), held.token())).map(rows -> rows.size() == 1);
  }

  Future<Boolean> extend(Session session, Lease.Claim held, Duration duration) {
    return session
        .run(EXTEND, Tuple.of(held.id(), held.token(), duration.toMillis()))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<Void> release(Session session, List<Lease.Claim> held) {
    return session.run(RELEASE, tokens(held)).mapEmpty();
  }

  /** How many starts a kind has left, with its row held until the transaction ends. */
  Future<Integer> permits(Tx tx, String kind, Limits.Rate rate) {
    var values = Tuple.of(kind, micros(rate, rate.permits()));
    return tx.run(FIRST_RATE, Tuple.of(kind))
        .compose(made -> tx.run(UNSPENT, values))
        .map(rows -> rows.iterator().next().getLong("micros"))
        .map(unspent -> (int) (unspent / micros(rate, 1)));
  }

  Future<Void> spend(Tx tx, String kind, Limits.Rate rate, int starts) {
    var values = Tuple.of(kind, micros(rate, rate.permits()), micros(rate, starts));
    return tx.run(SPEND, values).mapEmpty();
  }

  private static long micros(Limits.Rate rate, int starts) {
    return rate.period().toNanos() / 1000 / rate.permits() * starts;
  }

  private static Tuple tokens(List<Lease.Claim> held) {
    return Tuple.tuple()
        .addArrayOfUUID(held.stream().map(Lease.Claim::id).toArray(UUID[]::new))
        .addArrayOfLong(held.stream().map(Lease.Claim::token).toArray(Long[]::new));
  }

  private static List<Lease.Claim> claims(RowSet<Row> rows) {
    return JobSql.stream(rows)
        .sorted(
            comparing((Row r) -> r.getShort("priority"))
                .thenComparing(
                    (Row r) -> r.getOffsetDateTime("was_due"), OffsetDateTime.timeLineOrder()))
        .map(LeaseSql::claim)
        .toList();
  }

  private static Lease.Claim claim(Row row) {
    return new Lease.Claim(
        row.getUUID("id"),
        row.getString("kind"),
        Json.parse(row.getString("payload")),
        row.getInteger("attempts"),
        row.getInteger("max_attempts"),
        row.getLong("token"));
  }

  private static Job.State state(Row row) {
    return row.getString("state").equals("parked") ? Job.State.PARKED : Job.State.WAITING;
  }

  private static Set<UUID> ids(RowSet<Row> rows) {
    return JobSql.stream(rows).map(r -> r.getUUID("id")).collect(toSet());
  }

  private static Set<UUID> union(Set<UUID> one, Set<UUID> other) {
    var all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }
}
