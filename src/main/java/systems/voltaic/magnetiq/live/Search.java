package systems.voltaic.magnetiq.live;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Finder;
import systems.voltaic.magnetiq.access.Found;

/** Looks everywhere at once; what is slow or away is left out. */
public final class Search {

  private static final Logger LOG = LoggerFactory.getLogger(Search.class);
  private static final int MOST = 20;
  private static final int LONGEST = 100;
  private static final long PATIENCE_MILLIS = 800;

  /** What the contract shows. */
  record Results(List<Found> items) {}

  private final List<Finder> finders;

  public Search(List<Finder> finders) {
    this.finders = List.copyOf(finders);
  }

  Future<Results> find(Caller caller, String text) {
    String q = text.strip();
    if (q.isEmpty() || q.length() > LONGEST) {
      return Future.succeededFuture(new Results(List.of()));
    }
    var looks = finders.stream().map(finder -> look(finder, caller, q)).toList();
    return Future.all(looks).map(all -> new Results(mixed(all.list())));
  }

  private static Future<List<Found>> look(Finder finder, Caller caller, String q) {
    return Future.succeededFuture(q)
        .compose(words -> finder.find(caller, words))
        .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .onFailure(away -> LOG.warn("the search goes on without a part: {}", away.toString()))
        .otherwise(List.of());
  }

  /** The best of each kind first: many people must not hide the one page. */
  private static List<Found> mixed(List<List<Found>> kinds) {
    var mixed = new ArrayList<Found>();
    for (int rank = 0; mixed.size() < MOST && rank < MOST; rank++) {
      for (List<Found> kind : kinds) {
        if (rank < kind.size() && mixed.size() < MOST) {
          mixed.add(kind.get(rank));
        }
      }
    }
    return mixed;
  }
}
