package systems.voltaic.magnetiq.job;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Failures;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.json.Json;

/** The job table as those see it who promise work and look after it. */
final class JobSql {

  /** A live twin is touched, so that whoever works on it just now runs it once more. */
  private static final String INSERT =
      """
      INSERT INTO job (id, kind, payload, priority, due_at, unique_key, max_attempts)
      SELECT id, kind, payload::jsonb, priority,
             coalesce(start_at, now()) + delay * interval '1 millisecond', unique_key, max_attempts
        FROM unnest($1::uuid[], $2::text[], $3::text[], $4::smallint[], $5::timestamptz[],
                    $6::bigint[], $7::text[], $8::int[])
          AS draft (id, kind, payload, priority, start_at, delay, unique_key, max_attempts)
      ON CONFLICT (kind, unique_key) WHERE unique_key IS NOT NULL AND state <> 'parked'
      DO UPDATE SET rerun = job.state = 'leased'
      RETURNING id
      """;

  private static final String COLUMNS =
      """
      id, kind, state, priority, unique_key, due_at, attempts, max_attempts, last_error,
      created_at, parked_at, version""";

  private static final String LIST =
      "SELECT "
          + COLUMNS
          + """

            FROM job
           WHERE ($1::text IS NULL OR state = $1::text)
             AND ($2::text IS NULL OR kind = $2::text)
             AND ($3::uuid IS NULL OR id < $3::uuid)
           ORDER BY id DESC
           LIMIT $4::int
          """;

  private static final String COUNT =
      """
      SELECT count(*) AS total
        FROM (SELECT 1
                FROM job
               WHERE ($1::text IS NULL OR state = $1::text)
                 AND ($2::text IS NULL OR kind = $2::text)
               LIMIT 10000) AS seen
      """;

  private static final String BY_ID =
      "SELECT " + COLUMNS + ", payload::text FROM job WHERE id = $1::uuid";

  private static final String REPLAY =
      """
      UPDATE job
         SET state = 'waiting', due_at = now(), attempts = 0, parked_at = NULL, version = version + 1
       WHERE id = $1::uuid AND state <> 'leased'
      RETURNING\s"""
          + COLUMNS;

  private static final String HURRY =
      """
      UPDATE job SET due_at = now(), version = version + 1
       WHERE id = $1::uuid AND state = 'waiting' AND due_at > now()
      """;

  private static final String CANCEL =
      """
      DELETE FROM job
       WHERE id = $1::uuid AND version = $2::bigint AND state <> 'leased'
      RETURNING\s"""
          + COLUMNS
          + ", payload::text";

  private static final String PURGE =
      """
      DELETE FROM job
       WHERE id = ANY (ARRAY(SELECT id
                               FROM job
                              WHERE state = 'parked'
                                AND ($1::text IS NULL OR kind = $1::text)
                                AND parked_at < now() - $2::bigint * interval '1 second'
                              LIMIT 10000
                                FOR UPDATE SKIP LOCKED))
      """;

  private static final int LARGEST_PAYLOAD = 64 * 1024;

  Future<List<UUID>> insert(Tx tx, List<Job.Draft> drafts, Supplier<UUID> ids) {
    var distinct = distinct(drafts);
    var values =
        Tuple.of(
            distinct.stream().map(d -> ids.get()).toArray(UUID[]::new),
            distinct.stream().map(Job.Draft::kind).toArray(String[]::new),
            distinct.stream().map(JobSql::payload).toArray(String[]::new),
            distinct.stream().map(d -> d.priority().rank()).toArray(Short[]::new),
            distinct.stream().map(d -> offset(d.startAt())).toArray(OffsetDateTime[]::new),
            distinct.stream().map(d -> d.delay().toMillis()).toArray(Long[]::new),
            distinct.stream().map(Job.Draft::uniqueKey).toArray(String[]::new),
            distinct.stream().map(Job.Draft::maxAttempts).toArray(Integer[]::new));
    return tx.run(INSERT, values).map(rows -> stream(rows).map(r -> r.getUUID("id")).toList());
  }

  /** One statement may touch a row once only, and rows in one order never deadlock. */
  private static List<Job.Draft> distinct(List<Job.Draft> drafts) {
    Map<Object, Job.Draft> byKey = new HashMap<>();
    for (Job.Draft draft : drafts) {
      Object key =
          draft.uniqueKey() == null ? new Object() : List.of(draft.kind(), draft.uniqueKey());
      byKey.putIfAbsent(key, draft);
    }
    return byKey.size() == 1 ? List.copyOf(byKey.values()) : sorted(byKey.values());
  }

  private static List<Job.Draft> sorted(Collection<Job.Draft> drafts) {
    return drafts.stream()
        .sorted(
            comparing(Job.Draft::kind)
                .thenComparing(Job.Draft::uniqueKey, nullsFirst(String::compareTo)))
        .toList();
  }

  private static String payload(Job.Draft draft) {
    String text = Json.write(draft.payload()).toString();
    int size = text.getBytes(StandardCharsets.UTF_8).length;
    if (size > LARGEST_PAYLOAD) {
      throw new IllegalArgumentException(
          "the payload of " + draft.kind() + " has " + size + " bytes; the most is 65536");
    }
    return text;
  }

  Future<List<Job>> list(
      Session session, Optional<Job.State> state, Optional<String> kind, Paging paging) {
    var values =
        Tuple.of(name(state), kind.orElse(null), paging.after().orElse(null), paging.rows());
    return session
        .run(LIST, values)
        .map(rows -> stream(rows).map(r -> job(r).withoutPayload()).toList());
  }

  Future<Long> count(Session session, Optional<Job.State> state, Optional<String> kind) {
    return session
        .run(COUNT, Tuple.of(name(state), kind.orElse(null)))
        .map(rows -> rows.iterator().next().getLong("total"));
  }

  Future<Job> byId(Session session, UUID id) {
    return session.run(BY_ID, Tuple.of(id)).map(rows -> one(rows, id));
  }

  Future<Job> replay(Tx tx, UUID id) {
    return tx.run(REPLAY, Tuple.of(id))
        .recover(JobSql::twinWaits)
        .compose(
            rows -> rows.rowCount() == 1 ? found(rows, id) : byId(tx, id).compose(JobSql::runs));
  }

  Future<Void> hurry(Tx tx, UUID id) {
    return tx.run(HURRY, Tuple.of(id)).mapEmpty();
  }

  Future<Job> cancel(Tx tx, UUID id, long version) {
    return tx.run(CANCEL, Tuple.of(id, version))
        .compose(rows -> rows.rowCount() == 1 ? found(rows, id) : refuse(tx, id, version));
  }

  Future<Integer> purge(Tx tx, Optional<String> kind, Duration olderThan) {
    return tx.run(PURGE, Tuple.of(kind.orElse(null), olderThan.toSeconds())).map(RowSet::rowCount);
  }

  private Future<Job> refuse(Tx tx, UUID id, long version) {
    return byId(tx, id)
        .compose(
            job ->
                job.state() == Job.State.LEASED
                    ? runs(job)
                    : Future.failedFuture(Fault.stale(version, job.version())));
  }

  private static <T> Future<T> runs(Job job) {
    return Future.failedFuture(
        Fault.conflict("job-running", "job " + job.id() + " is being worked on"));
  }

  private static <T> Future<T> twinWaits(Throwable failure) {
    return Future.failedFuture(
        Failures.breaks("job_unique", failure)
            ? Fault.conflict("job-exists", "a newer job with the same key is already waiting")
            : failure);
  }

  private static Future<Job> found(RowSet<Row> rows, UUID id) {
    return Future.succeededFuture(one(rows, id));
  }

  private static Job one(RowSet<Row> rows, UUID id) {
    return stream(rows).findFirst().map(JobSql::job).orElseThrow(() -> Fault.notFound("job", id));
  }

  private static Job job(Row row) {
    return new Job(
        row.getUUID("id"),
        row.getString("kind"),
        Job.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Job.Priority.ranked(row.getShort("priority")),
        row.getString("unique_key"),
        instant(row, "due_at"),
        row.getInteger("attempts"),
        row.getInteger("max_attempts"),
        row.getString("last_error"),
        instant(row, "created_at"),
        instant(row, "parked_at"),
        row.getLong("version"),
        row.getColumnIndex("payload") < 0 ? null : Json.parse(row.getString("payload")));
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime value = row.getOffsetDateTime(column);
    return value == null ? null : value.toInstant();
  }

  private static OffsetDateTime offset(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static String name(Optional<Job.State> state) {
    return state.map(s -> s.name().toLowerCase(Locale.ROOT)).orElse(null);
  }

  static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }
}
