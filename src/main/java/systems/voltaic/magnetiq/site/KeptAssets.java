package systems.voltaic.magnetiq.site;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.cache.AnswerCache;
import systems.voltaic.magnetiq.cache.Original;
import systems.voltaic.magnetiq.cache.Policy;
import systems.voltaic.magnetiq.cache.Served;
import systems.voltaic.magnetiq.cache.Subject;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.site.AssetSql.Kept;

/**
 * Fingerprinted files of this and former builds, for pages that were opened before a deployment.
 */
public final class KeptAssets {

  static final Policy POLICY =
      new Policy(
          Duration.ofDays(1),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofSeconds(2),
          SpaFiles.IMMUTABLE);

  private static final Pattern NAME = Pattern.compile("/assets/[A-Za-z0-9._-]{1,120}");
  private static final int UNSEEN_DAYS = 30;

  private final Db db;
  private final AnswerCache cache;
  private final AssetSql sql = new AssetSql();

  public KeptAssets(Db db, AnswerCache cache) {
    this.db = db;
    this.cache = cache;
  }

  /** Keeps what a build brought, and notes that it is still in use. */
  public Future<Void> keep(SpaFiles files, String build, Caller caller) {
    Map<String, Original> ours = files.fingerprinted();
    return sql.known(db.primary(caller), ours.keySet())
        .compose(known -> insert(build, missing(ours, known), caller))
        .compose(kept -> db.autocommit(caller, session -> sql.seen(session, ours.keySet(), build)));
  }

  /** Forgets what no instance has had for a month; answers how many files that were. */
  public Future<Integer> purge(Caller caller) {
    return db.autocommit(caller, session -> sql.purge(session, UNSEEN_DAYS));
  }

  /** A file of another build; fails with NOT_FOUND when none had it. */
  Future<Served> find(String path) {
    return NAME.matcher(path).matches()
        ? cache.get(Subject.of("asset:" + path), POLICY, () -> read(path))
        : Future.failedFuture(Fault.notFound("asset", path));
  }

  private Future<Original> read(String path) {
    return sql.find(db.primary(Caller.system("assets")), path)
        .map(found -> found.orElseThrow(() -> Fault.notFound("asset", path)))
        .map(file -> Original.of(file.contentType(), file.body()));
  }

  private static Iterator<Map.Entry<String, Original>> missing(
      Map<String, Original> ours, Set<String> known) {
    var missing = new ArrayList<>(ours.entrySet());
    missing.removeIf(file -> known.contains(file.getKey()));
    return missing.iterator();
  }

  private Future<Void> insert(
      String build, Iterator<Map.Entry<String, Original>> missing, Caller caller) {
    if (!missing.hasNext()) {
      return Future.succeededFuture();
    }
    Map.Entry<String, Original> next = missing.next();
    var file = new Kept(next.getValue().contentType(), next.getValue().body());
    return db.autocommit(caller, to -> sql.insert(to, next.getKey(), file, build))
        .compose(kept -> insert(build, missing, caller));
  }
}
