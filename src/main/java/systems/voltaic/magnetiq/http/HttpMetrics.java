package systems.voltaic.magnetiq.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;

/** Counts requests by route template; meters are looked up once per route and status. */
public final class HttpMetrics {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry registry;
  private final LongSupplier nanos;
  private final AtomicInteger connections = new AtomicInteger();
  private final Route unmatched;

  public HttpMetrics(MeterRegistry registry, LongSupplier nanos) {
    this.registry = registry;
    this.nanos = nanos;
    this.unmatched = route("ANY", "unmatched");
    registry.gauge("active_connections", connections);
  }

  /** The meters of one route. */
  public final class Route {

    private final String method;
    private final String template;
    private final Timer timer;
    private final AtomicReferenceArray<Counter> counters = new AtomicReferenceArray<>(600);

    private Route(String method, String template) {
      this.method = method;
      this.template = template;
      this.timer =
          Timer.builder("http_request_duration")
              .tags("method", method, "endpoint", template)
              .serviceLevelObjectives(BUCKETS)
              .register(registry);
    }

    String template() {
      return template;
    }

    private Counter counter(int status) {
      Counter counter = counters.get(status);
      if (counter == null) {
        counter = count(status);
        counters.set(status, counter);
      }
      return counter;
    }

    private Counter count(int status) {
      return Counter.builder("http_requests")
          .tags("method", method, "endpoint", template, "status_code", Integer.toString(status))
          .register(registry);
    }
  }

  public Route route(String method, String template) {
    return new Route(method, template);
  }

  Route unmatched() {
    return unmatched;
  }

  long now() {
    return nanos.getAsLong();
  }

  long count(Exchange exchange, int status) {
    long took = nanos.getAsLong() - exchange.started();
    Route route = exchange.route();
    route.timer.record(took, TimeUnit.NANOSECONDS);
    route.counter(status).increment();
    return took;
  }

  void connected() {
    connections.incrementAndGet();
  }

  void disconnected() {
    connections.decrementAndGet();
  }
}
