package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.function.IntConsumer;

/** Serves the API. */
public final class ApiVerticle extends VerticleBase {

  private final Listener listener;
  private final IntConsumer opened;

  /**
   * @param opened hears the port
   */
  public ApiVerticle(HttpConfig config, Front front, IntConsumer opened) {
    this.listener = new Listener(config, "PORT", front);
    this.opened = opened;
  }

  @Override
  public Future<?> start() {
    return listener.open(vertx).onSuccess(opened::accept);
  }

  @Override
  public Future<?> stop() {
    return listener.close();
  }
}
