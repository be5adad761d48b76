package systems.voltaic.magnetiq.pages;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Finder;
import systems.voltaic.magnetiq.access.Found;
import systems.voltaic.magnetiq.db.Db;

/**
 * Finds the pages that visitors see by the words of their titles and addresses, in the caller's
 * language first.
 */
public final class PageFinder implements Finder {

  private final Db db;
  private final Clock clock;
  private final PageFinderSql sql = new PageFinderSql();

  public PageFinder(Db db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  public Future<List<Found>> find(Caller caller, String q) {
    return caller.may("content:read")
        ? sql.find(db.reads(caller), q, caller.language(), clock.instant())
        : Future.succeededFuture(List.of());
  }
}
