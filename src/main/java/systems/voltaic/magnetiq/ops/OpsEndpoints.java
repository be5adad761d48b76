package systems.voltaic.magnetiq.ops;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.json.Json;

/** What orchestrators and Prometheus ask for, in front of the contract. */
public final class OpsEndpoints {

  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  record Alive(String status, String version, long uptimeSeconds) {}

  record Ready(String status, String health) {}

  private final Build build;
  private final Lifecycle lifecycle;
  private final Health health;
  private final Scrape scrape;
  private final Clock clock;
  private final Instant started;

  /** Metrics are null where PROMETHEUS_METRICS is off. */
  public OpsEndpoints(
      Vertx vertx, Build build, Lifecycle lifecycle, Health health, Metrics metrics, Clock clock) {
    this.build = build;
    this.lifecycle = lifecycle;
    this.health = health;
    this.scrape = metrics == null ? null : new Scrape(vertx, metrics);
    this.clock = clock;
    this.started = clock.instant();
  }

  /** An insider calls from this machine or a network of METRICS_ALLOW. */
  public Future<Answer> answer(String path, boolean insider) {
    return switch (path) {
      case "/health" -> Future.succeededFuture(Answer.ok(alive()));
      case "/health/ready" -> Future.succeededFuture(probed(lifecycle.takesTraffic()));
      case "/health/startup" -> Future.succeededFuture(probed(lifecycle.started()));
      case "/health/detailed" -> Future.succeededFuture(detailed(insider));
      case "/metrics" -> metrics(path, insider);
      default -> missing(path);
    };
  }

  private Alive alive() {
    return new Alive("up", build.version(), Duration.between(started, clock.instant()).toSeconds());
  }

  private Answer probed(boolean fine) {
    var ready = new Ready(lifecycle.word(), health.status());
    return fine
        ? Answer.ok(ready).with("cache-control", "no-store")
        : new Answer(503, "application/json", Json.write(ready), Map.of("retry-after", "1"));
  }

  private Answer detailed(boolean insider) {
    return Answer.ok(HealthReport.of(health, build, insider)).with("cache-control", "no-store");
  }

  private Future<Answer> metrics(String path, boolean insider) {
    return insider && scrape != null ? scrape.page().map(OpsEndpoints::page) : missing(path);
  }

  private static Answer page(Buffer text) {
    return Answer.text(PROMETHEUS_TEXT, text).with("cache-control", "no-store");
  }

  private static Future<Answer> missing(String path) {
    return Future.failedFuture(Fault.notFound("page", path));
  }
}
