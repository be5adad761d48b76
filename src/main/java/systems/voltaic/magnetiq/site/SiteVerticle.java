package systems.voltaic.magnetiq.site;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.function.IntConsumer;
import systems.voltaic.magnetiq.http.Front;
import systems.voltaic.magnetiq.http.HttpConfig;
import systems.voltaic.magnetiq.http.Listener;

/** Serves the site to visitors. */
public final class SiteVerticle extends VerticleBase {

  private final Listener listener;
  private final IntConsumer opened;

  /**
   * @param opened hears the port
   */
  public SiteVerticle(HttpConfig config, Front front, IntConsumer opened) {
    this.listener = new Listener(config, "SITE_PORT", front);
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
