package systems.voltaic.magnetiq.job;

import io.vertx.core.Future;
import java.util.function.Function;

/** A handler made of a function. */
record Doing(String kind, Limits limits, Function<Lease, Future<Void>> work) implements JobHandler {

  static Doing of(String kind, Function<Lease, Future<Void>> work) {
    return new Doing(kind, Limits.standard(), work);
  }

  @Override
  public Future<Void> handle(Lease lease) {
    return work.apply(lease);
  }
}
