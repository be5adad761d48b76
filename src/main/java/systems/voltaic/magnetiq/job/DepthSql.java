package systems.voltaic.magnetiq.job;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import systems.voltaic.magnetiq.db.Session;

/** How many jobs there are, out of the indexes alone. */
final class DepthSql {

  /** Kinds are few: each is found by a jump through the index, then counted up to a bound. */
  private static final String DEPTHS =
      """
      WITH RECURSIVE open_kind (kind) AS (
             SELECT min(kind) FROM job WHERE state <> 'parked'
             UNION ALL
             SELECT (SELECT min(job.kind) FROM job WHERE state <> 'parked' AND job.kind > open_kind.kind)
               FROM open_kind WHERE open_kind.kind IS NOT NULL)
      SELECT open_kind.kind, seen.state, count(*) AS jobs,
             greatest(0, extract(epoch FROM now() - min(seen.due_at)) * 1000)::bigint AS oldest
        FROM open_kind
       CROSS JOIN LATERAL (
             SELECT CASE WHEN state = 'waiting' AND due_at > now() THEN 'delayed' ELSE state END AS state,
                    due_at
               FROM job
              WHERE job.kind = open_kind.kind AND state <> 'parked'
              LIMIT 100000) AS seen
       GROUP BY 1, 2
      UNION ALL
      SELECT kind, 'parked', count(*), 0
        FROM (SELECT kind FROM job WHERE state = 'parked' LIMIT 100000) AS parked
       GROUP BY kind
      """;

  Future<List<JobSampler.Depth>> depths(Session session) {
    return session.run(DEPTHS).map(rows -> JobSql.stream(rows).map(DepthSql::depth).toList());
  }

  private static JobSampler.Depth depth(Row row) {
    return new JobSampler.Depth(
        row.getString("kind"),
        row.getString("state"),
        row.getLong("jobs"),
        Duration.ofMillis(row.getLong("oldest")));
  }
}
