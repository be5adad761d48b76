package systems.voltaic.magnetiq.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import systems.voltaic.magnetiq.http.HttpMetrics;

/** A page of metrics as an instance with a contract of 120 operations writes it. */
final class Scraped implements AutoCloseable {

  final Metrics metrics = new Metrics();
  final Vertx vertx = metrics.vertx(new VertxOptions().setEventLoopPoolSize(2));
  final LoopLag lag = new LoopLag(metrics.registry());

  Scraped() {
    var http = new HttpMetrics(metrics.registry(), System::nanoTime);
    for (int i = 0; i < 120; i++) {
      http.route("GET", "/things" + i + "/{id}");
      metrics
          .registry()
          .counter("http_requests", "method", "GET", "endpoint", "/" + i, "status_code", "200")
          .increment();
    }
    FunctionCounter.builder("log.events.dropped", this, any -> 0).register(metrics.registry());
    var health = new Health(vertx, Clock.systemUTC(), Duration.ofHours(1), List.of(away()));
    health.count(metrics.registry());
    lag.start(vertx);
    vertx.executeBlocking(() -> 1).await();
  }

  String text() {
    return metrics.text();
  }

  /** How many series each family has. */
  Map<String, Integer> families() {
    var families = new TreeMap<String, Integer>();
    text()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> families.merge(line.split("[{ ]", 2)[0], 1, Integer::sum));
    return families;
  }

  Set<String> names() {
    return families().keySet().stream().collect(Collectors.toSet());
  }

  @Override
  public void close() {
    lag.stop();
    vertx.close().await();
    metrics.close();
  }

  private static Probe away() {
    return Probe.reachable("disk", Probe.Group.CORE, false, "", () -> null);
  }
}
