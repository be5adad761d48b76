package systems.voltaic.magnetiq;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Set;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Exchange;
import systems.voltaic.magnetiq.http.Mount;
import systems.voltaic.magnetiq.ops.Lifecycle;

/**
 * Stands before the rest of the address space until there is something to serve it with. The edge
 * gets no answer to what only reads: it then asks another instance, or shows the page as it was.
 */
record StillStarting(Lifecycle lifecycle) implements Mount {

  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  @Override
  public boolean serves(String path) {
    return lifecycle.state() == Lifecycle.State.STARTING;
  }

  @Override
  public void handle(Exchange exchange) {
    if (exchange.isProxied() && READS.contains(exchange.request().method())) {
      exchange.abandon();
    } else {
      exchange.fail(Fault.unavailable("starting", "still starting", Duration.ofSeconds(1)));
    }
  }
}
