package systems.voltaic.magnetiq;

import java.time.Duration;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Exchange;
import systems.voltaic.magnetiq.http.Mount;
import systems.voltaic.magnetiq.ops.Lifecycle;

/**
 * Stands before the rest of the address space until there is something to serve it with. The edge
 * gets no answer to what only reads: it then asks another instance, or shows the page as it was.
 */
record StillStarting(Lifecycle lifecycle) implements Mount {

  @Override
  public boolean serves(String path) {
    return lifecycle.state() == Lifecycle.State.STARTING;
  }

  @Override
  public void handle(Exchange exchange) {
    if (exchange.mayGoElsewhere()) {
      exchange.abandon();
    } else {
      exchange.fail(Fault.unavailable("starting", "still starting", Duration.ofSeconds(1)));
    }
  }
}
