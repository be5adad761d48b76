package systems.voltaic.magnetiq.access;

import io.vertx.core.Future;
import java.util.List;

/** What a feature adds to the search over everything: quick, best first, and bounded. */
@FunctionalInterface
public interface Finder {

  /** Enough of one kind. */
  int MOST = 10;

  /** Only what the caller may read; nothing is no failure. The text is neither empty nor long. */
  Future<List<Found>> find(Caller caller, String q);
}
