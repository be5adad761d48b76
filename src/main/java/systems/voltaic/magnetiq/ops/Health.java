package systems.voltaic.magnetiq.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the probes in the background, so that asking for their results costs nothing. */
public final class Health {

  private static final Logger LOG = LoggerFactory.getLogger(Health.class);

  private static final String WORD = "word";
  private static final String DETAILS = "details";
  private static final String TIMEOUT = "Timeout";

  private final Vertx vertx;
  private final HealthChecks checks;
  private final Clock clock;
  private final Duration interval;
  private final List<Probe> probes;
  private final Map<String, ProbeResult> results = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  public Health(Vertx vertx, Clock clock, Duration interval, List<Probe> probes) {
    this.vertx = vertx;
    this.clock = clock;
    this.interval = interval;
    this.probes = List.copyOf(probes);
    this.checks = HealthChecks.create(vertx);
    probes.forEach(
        p -> checks.register(p.name(), p.deadline().toMillis(), promise -> run(p, promise)));
  }

  /** Succeeds after the first round; from then on each probe runs once an interval, staggered. */
  public Future<Void> start() {
    return Future.join(probes.stream().map(this::look).toList())
        .onSuccess(all -> stagger())
        .mapEmpty();
  }

  /** One figure a probe: 1 up, 0.5 degraded, 0 down. */
  public void count(MeterRegistry registry) {
    for (Probe probe : probes) {
      registry.gauge("health_probe", Tags.of("probe", probe.name()), this, h -> h.figure(probe));
    }
  }

  private double figure(Probe probe) {
    ProbeResult result = results.get(probe.name());
    if (result == null || result.down()) {
      return 0;
    }
    return result.up() ? 1 : 0.5;
  }

  /** What a probe under way still finds is the end of the program, and nobody's news. */
  public void stop() {
    stopped = true;
  }

  /** healthy, degraded, or unhealthy when something the whole depends on is down. */
  public String status() {
    var last = results();
    if (last.stream().anyMatch(result -> result.core() && result.down())) {
      return "unhealthy";
    }
    return last.stream().allMatch(ProbeResult::up) ? "healthy" : "degraded";
  }

  /** The last results, in the order the probes were given. */
  public List<ProbeResult> results() {
    return probes.stream()
        .filter(probe -> results.containsKey(probe.name()))
        .map(probe -> results.get(probe.name()))
        .toList();
  }

  List<ProbeResult> results(Probe.Group group) {
    var names = probes.stream().filter(p -> p.group() == group).map(Probe::name).toList();
    return results().stream().filter(result -> names.contains(result.name())).toList();
  }

  private void stagger() {
    for (int i = 0; i < probes.size(); i++) {
      Probe probe = probes.get(i);
      vertx.setTimer(1 + interval.toMillis() * (i + 1) / probes.size(), id -> repeat(probe));
    }
  }

  private void repeat(Probe probe) {
    if (!stopped) {
      look(probe).onComplete(done -> vertx.setTimer(interval.toMillis(), again -> repeat(probe)));
    }
  }

  private Future<ProbeResult> look(Probe probe) {
    long started = System.nanoTime();
    return checks
        .checkStatus(probe.name())
        .map(checked -> keep(probe, finding(checked), (System.nanoTime() - started) / 1e6));
  }

  private static void run(Probe probe, Promise<Status> promise) {
    probe
        .check()
        .onSuccess(finding -> promise.tryComplete(status(finding)))
        .onFailure(promise::tryFail);
  }

  /** Degraded still works: the word goes with the data. */
  private static Status status(Finding finding) {
    var data = new JsonObject().put(WORD, finding.status().name()).put(DETAILS, finding.details());
    return finding.status() == Finding.Status.DOWN ? Status.KO(data) : Status.OK(data);
  }

  private static Finding finding(CheckResult checked) {
    if (checked.getFailure() != null) {
      return Finding.down(Map.of("failure", word(checked.getFailure())));
    }
    JsonObject data = checked.getStatus().getData();
    var status = Finding.Status.valueOf(data.getString(WORD));
    return new Finding(status, data.getJsonObject(DETAILS).getMap());
  }

  private ProbeResult keep(Probe probe, Finding finding, double milliseconds) {
    String status = finding.status().name().toLowerCase(Locale.ROOT);
    Instant now = clock.instant();
    ProbeResult before = results.get(probe.name());
    boolean same = before != null && before.status().equals(status);
    var result =
        new ProbeResult(
            probe.name(),
            probe.core(),
            status,
            Math.round(milliseconds * 10) / 10.0,
            same ? before.since() : now,
            now,
            finding.details(),
            status.equals("up") ? null : probe.effect());
    if (stopped) {
      return result;
    }
    results.put(probe.name(), result);
    if (!same) {
      tell(before, result);
    }
    return result;
  }

  private static void tell(ProbeResult before, ProbeResult now) {
    if (!now.up()) {
      LOG.warn("{} is {}: {} {}", now.name(), now.status(), now.effect(), now.details());
    } else if (before != null) {
      LOG.info("{} is up again", now.name());
    }
  }

  /** The kind only: messages of clients may name users, hosts or statements. */
  private static String word(Throwable failure) {
    if (TIMEOUT.equals(failure.getMessage())) {
      return "no answer in time";
    }
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause.getClass().getSimpleName();
  }
}
