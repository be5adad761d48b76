package systems.voltaic.magnetiq.job;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;

/** Takes due jobs for the lanes that have room. */
final class Claims {

  private static final Caller CALLER = Caller.system("jobs");

  private final Db db;
  private final LeaseSql sql = new LeaseSql();

  Claims(Db db) {
    this.db = db;
  }

  /** One statement for all kinds without a rate; each kind with one counts under its own lock. */
  Future<List<Lease.Claim>> take(Map<Lane, Integer> asked) {
    var free = new ArrayList<LeaseSql.Wanted>();
    var paced = new ArrayList<Lane>();
    asked.forEach(
        (lane, jobs) -> {
          if (lane.limits().rate().isPresent()) {
            paced.add(lane);
          } else {
            free.add(wanted(lane, jobs));
          }
        });
    var all = new ArrayList<Lease.Claim>();
    Future<Void> taken = free.isEmpty() ? Future.succeededFuture() : add(all, freely(free));
    for (Lane lane : paced) {
      taken = taken.compose(done -> add(all, paced(lane, asked.get(lane))));
    }
    return taken.transform(
        done ->
            done.succeeded() || !all.isEmpty()
                ? Future.succeededFuture(all)
                : Future.failedFuture(done.cause()));
  }

  private static Future<Void> add(List<Lease.Claim> all, Future<List<Lease.Claim>> more) {
    return more.onSuccess(all::addAll).mapEmpty();
  }

  private Future<List<Lease.Claim>> freely(List<LeaseSql.Wanted> wanted) {
    return db.autocommit(CALLER, session -> sql.claim(session, wanted));
  }

  private Future<List<Lease.Claim>> paced(Lane lane, int asked) {
    var rate = lane.limits().rate().orElseThrow();
    return db.transaction(
        CALLER,
        tx ->
            sql.permits(tx, lane.kind(), rate)
                .compose(permits -> within(tx, lane, Math.min(permits, asked))));
  }

  private Future<List<Lease.Claim>> within(Tx tx, Lane lane, int jobs) {
    var rate = lane.limits().rate().orElseThrow();
    return jobs == 0
        ? Future.succeededFuture(List.of())
        : sql.claim(tx, List.of(wanted(lane, jobs)))
            .compose(claims -> sql.spend(tx, lane.kind(), rate, claims.size()).map(claims));
  }

  private static LeaseSql.Wanted wanted(Lane lane, int jobs) {
    return new LeaseSql.Wanted(lane.kind(), jobs, lane.limits().lease());
  }
}
