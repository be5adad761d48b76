package systems.voltaic.magnetiq.site;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import systems.voltaic.magnetiq.db.Session;

/** The asset table. */
final class AssetSql {

  private static final String KNOWN =
      """
      SELECT path FROM asset WHERE path = ANY($1::text[])
      """;

  private static final String INSERT =
      """
      INSERT INTO asset (path, content_type, body, first_build, last_build)
      VALUES ($1::text, $2::text, $3::bytea, $4::text, $4::text)
      ON CONFLICT (path) DO NOTHING
      """;

  // Instances that start together would wait for each other in circles.
  private static final String SEEN =
      """
      UPDATE asset SET last_seen = now(), last_build = $2::text
       WHERE path IN (SELECT path FROM asset WHERE path = ANY($1::text[])
                         FOR UPDATE SKIP LOCKED)
      """;

  private static final String FIND =
      """
      SELECT content_type, body FROM asset WHERE path = $1::text
      """;

  private static final String PURGE =
      """
      DELETE FROM asset WHERE last_seen < now() - make_interval(days => $1::int)
      """;

  /** A file as it is kept. */
  record Kept(String contentType, Buffer body) {}

  Future<Set<String>> known(Session session, Collection<String> paths) {
    return session.run(KNOWN, Tuple.of(array(paths))).map(AssetSql::paths);
  }

  Future<Void> insert(Session session, String path, Kept file, String build) {
    return session.run(INSERT, Tuple.of(path, file.contentType(), file.body(), build)).mapEmpty();
  }

  Future<Void> seen(Session session, Collection<String> paths, String build) {
    return session.run(SEEN, Tuple.of(array(paths), build)).mapEmpty();
  }

  Future<Optional<Kept>> find(Session session, String path) {
    return session.run(FIND, Tuple.of(path)).map(rows -> first(rows.iterator()));
  }

  /** Answers how many were unseen for so long. */
  Future<Integer> purge(Session session, int days) {
    return session.run(PURGE, Tuple.of(days)).map(rows -> rows.rowCount());
  }

  private static String[] array(Collection<String> paths) {
    return paths.toArray(String[]::new);
  }

  private static Set<String> paths(Iterable<Row> rows) {
    var paths = new HashSet<String>();
    rows.forEach(row -> paths.add(row.getString("path")));
    return paths;
  }

  private static Optional<Kept> first(Iterator<Row> rows) {
    if (!rows.hasNext()) {
      return Optional.empty();
    }
    Row row = rows.next();
    return Optional.of(new Kept(row.getString("content_type"), row.getBuffer("body")));
  }
}
