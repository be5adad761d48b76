package systems.voltaic.magnetiq.integration.webhook;

import java.time.Duration;
import systems.voltaic.magnetiq.job.Backoff;

/**
 * How long a partner is waited for.
 *
 * @param deadline for one call, from the name's resolution to the status
 * @param failures in a row after which an endpoint is left alone
 * @param rest how long it is left alone
 * @param inFlight calls to one endpoint at a time, in one instance
 * @param concurrency calls to all endpoints at a time, in one instance
 */
record Patience(
    Duration deadline,
    Backoff backoff,
    int failures,
    Duration rest,
    int inFlight,
    int concurrency) {

  static Patience standard() {
    var backoff = new Backoff(Duration.ofSeconds(30), Duration.ofHours(4));
    return new Patience(Duration.ofSeconds(10), backoff, 5, Duration.ofMinutes(1), 4, 32);
  }
}
