package systems.voltaic.magnetiq.integration;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import systems.voltaic.magnetiq.job.JobHandler;
import systems.voltaic.magnetiq.job.JobWorker;
import systems.voltaic.magnetiq.job.Workshop;

/** Tells every partner what waits for them. */
public final class IntegrationVerticle extends VerticleBase {

  private final List<Partner> partners;
  private final Workshop workshop;
  private JobWorker worker;

  public IntegrationVerticle(List<Partner> partners, Workshop workshop) {
    this.partners = List.copyOf(partners);
    this.workshop = workshop;
  }

  @Override
  public Future<?> start() {
    List<Future<JobHandler>> ready = partners.stream().map(p -> p.start(vertx)).toList();
    return Future.all(ready).compose(all -> work(all.list()));
  }

  private Future<Void> work(List<JobHandler> handlers) {
    worker = new JobWorker(vertx, workshop, handlers);
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
