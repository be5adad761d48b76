package systems.voltaic.magnetiq.cache;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Map;

/** One refresh that is under way; whoever wants the same answer meanwhile shares it. */
final class Flight {

  private final Promise<Served> end = Promise.promise();
  private volatile Map<String, Long> madeFrom = Map.of();

  /** What its origin is about to read. */
  void reads(Map<String, Long> versions) {
    madeFrom = versions;
  }

  Map<String, Long> madeFrom() {
    return madeFrom;
  }

  /** Whoever comes after a change must not get what was read before it. */
  boolean mayBeShared(Versions versions) {
    return !end.future().isComplete() && !versions.outdated(madeFrom);
  }

  Promise<Served> end() {
    return end;
  }

  Future<Served> future() {
    return end.future();
  }
}
