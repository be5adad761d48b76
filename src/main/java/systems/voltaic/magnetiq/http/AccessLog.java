package systems.voltaic.magnetiq.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.log.AccessLine;

/** One line per request, with no personal data in it. */
final class AccessLog {

  private static final Logger LOG = LoggerFactory.getLogger("access");

  private final boolean on;

  AccessLog(boolean on) {
    this.on = on;
  }

  void write(Exchange exchange, int status, long nanos) {
    if (on && LOG.isInfoEnabled()) {
      LOG.info(
          "{}",
          new AccessLine(
              exchange.request().method().name(),
              exchange.route().template(),
              status,
              nanos / 1_000_000,
              exchange.client().masked(),
              exchange.requestId()));
    }
  }
}
