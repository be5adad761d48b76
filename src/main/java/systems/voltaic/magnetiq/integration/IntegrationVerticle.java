package systems.voltaic.magnetiq.integration;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.random.RandomGenerator;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.job.JobHandler;
import systems.voltaic.magnetiq.job.JobWorker;

/** Tells every partner what waits for them. */
public final class IntegrationVerticle extends VerticleBase {

  private final List<Partner> partners;
  private final Db db;
  private final MeterRegistry meters;
  private final RandomGenerator random;
  private final JobWorker.Pace pace;
  private JobWorker worker;

  public IntegrationVerticle(
      List<Partner> partners,
      Db db,
      MeterRegistry meters,
      RandomGenerator random,
      JobWorker.Pace pace) {
    this.partners = List.copyOf(partners);
    this.db = db;
    this.meters = meters;
    this.random = random;
    this.pace = pace;
  }

  @Override
  public Future<?> start() {
    List<Future<JobHandler>> ready = partners.stream().map(p -> p.start(vertx)).toList();
    return Future.all(ready).compose(all -> work(all.list()));
  }

  private Future<Void> work(List<JobHandler> handlers) {
    worker = new JobWorker(vertx, db, meters, random, pace, handlers);
    return worker.start();
  }

  /** Claims nothing more, ends what runs, then lets the partners go. */
  @Override
  public Future<?> stop() {
    return worker
        .stop()
        .eventually(() -> Future.join(partners.stream().map(Partner::stop).toList()));
  }
}
