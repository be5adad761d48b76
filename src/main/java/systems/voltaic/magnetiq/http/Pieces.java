package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** A body that is made while it is sent; it is asked for the next piece when the last one left. */
@FunctionalInterface
public interface Pieces {

  /** An empty one ends the body. */
  Future<Buffer> next();
}
