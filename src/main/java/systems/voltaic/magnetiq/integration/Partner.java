package systems.voltaic.magnetiq.integration;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import systems.voltaic.magnetiq.job.JobHandler;

/** Somebody outside who is told what happens here, in the background. */
public interface Partner {

  /** Gets ready, on the context of the verticle that asks. */
  Future<JobHandler> start(Vertx vertx);

  Future<Void> stop();
}
