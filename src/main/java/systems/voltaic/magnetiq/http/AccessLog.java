package systems.voltaic.magnetiq.http;

import static net.logstash.logback.argument.StructuredArguments.value;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
          "{} {} {} {} ms {} {}",
          value("method", exchange.request().method().name()),
          value("route", exchange.route().template()),
          value("status", status),
          value("millis", nanos / 1_000_000),
          value("client", exchange.client().masked()),
          value("requestId", exchange.requestId()));
    }
  }
}
