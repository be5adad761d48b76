package systems.voltaic.magnetiq.redis;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the connections of all event loops say together: Redis is up when each of them is. */
final class Vitals {

  private static final Logger LOG = LoggerFactory.getLogger(Vitals.class);

  private final RedisConfig config;
  private final Clock clock;
  private final int lanes;
  private int open;
  private Instant since;
  private Duration latency = Duration.ZERO;
  private ServerVersion version;
  private String problem;

  Vitals(RedisConfig config, Clock clock, int lanes, MeterRegistry registry) {
    this.config = config;
    this.clock = clock;
    this.lanes = lanes;
    this.since = clock.instant();
    registry.gauge("redis_up", this, vitals -> vitals.health().up() ? 1 : 0);
    registry.gauge("redis_latency_seconds", this, vitals -> vitals.seconds());
  }

  synchronized RedisHealth health() {
    return new RedisHealth(
        open == lanes,
        since,
        latency,
        Optional.ofNullable(version).map(ServerVersion::toString),
        Optional.ofNullable(problem));
  }

  synchronized void version(ServerVersion seen) {
    version = seen;
  }

  synchronized void latency(long nanos) {
    latency = Duration.ofNanos(nanos);
  }

  synchronized void opened() {
    if (++open == lanes) {
      since = clock.instant();
      problem = null;
      LOG.info("{} is connected", config);
    }
  }

  synchronized void closed(boolean wasOpen, Throwable reason) {
    if (wasOpen && open-- == lanes) {
      since = clock.instant();
    }
    boolean first = problem == null;
    problem =
        config + " cannot be used (" + reason.getMessage() + "): check that it runs and REDIS_URL";
    if (first) {
      LOG.warn(problem);
    }
  }

  private synchronized double seconds() {
    return latency.toNanos() / 1e9;
  }
}
