package systems.voltaic.magnetiq.job;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
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
  Future<List<Lease.Claim>> take(List<Lane> lanes, int batch) {
    var free = lanes.stream().filter(lane -> lane.limits().rate().isEmpty()).toList();
    var paced = lanes.stream().filter(lane -> lane.limits().rate().isPresent()).toList();
    var all = new ArrayList<Lease.Claim>();
    Future<Void> taken = free.isEmpty() ? Future.succeededFuture() : add(all, freely(free, batch));
    for (Lane lane : paced) {
      taken = taken.compose(done -> add(all, paced(lane, batch)));
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

  private Future<List<Lease.Claim>> freely(List<Lane> lanes, int batch) {
    var wanted = lanes.stream().map(lane -> wanted(lane, lane.free(batch))).toList();
    return db.transaction(CALLER, tx -> sql.claim(tx, wanted));
  }

  private Future<List<Lease.Claim>> paced(Lane lane, int batch) {
    var rate = lane.limits().rate().orElseThrow();
    return db.transaction(
        CALLER,
        tx ->
            sql.permits(tx, lane.kind(), rate)
                .compose(permits -> within(tx, lane, Math.min(permits, lane.free(batch)))));
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
