package systems.voltaic.magnetiq.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.UUID;
import java.util.random.RandomGenerator;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;

/** What every worker works with. */
public record Workshop(
    Db db, MeterRegistry meters, RandomGenerator random, JobWorker.Pace pace, Parking parking) {

  /** A job that was given up. */
  public record Parked(UUID id, String kind, int attempts) {}

  /** Hears of a parked job in the transaction that parks it. */
  public interface Parking {

    Parking UNHEARD = (tx, job) -> Future.succeededFuture();

    Future<Void> heard(Tx tx, Parked job);
  }

  /** The same without anybody who hears: for what would otherwise cause its own work. */
  public Workshop unheard() {
    return new Workshop(db, meters, random, pace, Parking.UNHEARD);
  }
}
