package systems.voltaic.magnetiq;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Replicas;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Endpoints;
import systems.voltaic.magnetiq.http.HttpMetrics;
import systems.voltaic.magnetiq.http.Identities;
import systems.voltaic.magnetiq.http.Routes;
import systems.voltaic.magnetiq.job.JobSampler;
import systems.voltaic.magnetiq.mail.SmtpProbe;
import systems.voltaic.magnetiq.ops.Alerts;
import systems.voltaic.magnetiq.ops.Build;
import systems.voltaic.magnetiq.ops.CertificateProbe;
import systems.voltaic.magnetiq.ops.DiskProbe;
import systems.voltaic.magnetiq.ops.Feature;
import systems.voltaic.magnetiq.ops.Health;
import systems.voltaic.magnetiq.ops.Lifecycle;
import systems.voltaic.magnetiq.ops.LogFileProbe;
import systems.voltaic.magnetiq.ops.LoopLag;
import systems.voltaic.magnetiq.ops.Maintenance;
import systems.voltaic.magnetiq.ops.Metrics;
import systems.voltaic.magnetiq.ops.OpsEndpoints;
import systems.voltaic.magnetiq.ops.Performance;
import systems.voltaic.magnetiq.ops.Probe;
import systems.voltaic.magnetiq.ops.QueueProbe;
import systems.voltaic.magnetiq.ops.ReplicasProbe;
import systems.voltaic.magnetiq.ops.SystemInfo;
import systems.voltaic.magnetiq.ops.SystemRoutes;

/** What operators see of an instance: its health, its figures, what it is made of. */
final class Operations {

  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final String INSIDER = "system:read";

  private final Kernel kernel;
  private final Build build;
  private final Lifecycle lifecycle;
  private final Metrics metrics;
  private final JobSampler jobs;
  private final Health health;
  private final LoopLag lag;
  private final Performance performance;

  /**
   * @param more probes of parts that are no server
   */
  Operations(
      Kernel kernel,
      Build build,
      Lifecycle lifecycle,
      Metrics metrics,
      JobSampler jobs,
      List<Probe> more) {
    this.kernel = kernel;
    this.build = build;
    this.lifecycle = lifecycle;
    this.metrics = metrics;
    this.jobs = jobs;
    var all = probes();
    all.addAll(more);
    this.health = new Health(kernel.vertx(), kernel.clock(), INTERVAL, all);
    this.lag = new LoopLag(kernel.meters());
    this.performance = new Performance(kernel.vertx(), kernel.clock(), kernel.meters(), lag);
  }

  Future<Void> start() {
    lag.start(kernel.vertx());
    health.count(kernel.meters());
    return jobs.start().compose(counted -> health.start()).compose(looked -> performance.start());
  }

  void stop() {
    lag.stop();
    jobs.stop();
    health.stop();
    performance.stop();
  }

  Routes routes() {
    return new SystemRoutes(
        build,
        health,
        affected(),
        new SystemInfo(kernel.vertx(), kernel.clock(), facts()),
        performance,
        new Alerts(performance, health),
        new Maintenance(
            kernel.vertx(),
            () -> kernel.answers().clear(),
            () -> kernel.postgres().vacuum(),
            this::audit));
  }

  /** What machines ask for by well-known addresses. */
  Endpoints endpoints(Identities identities, HttpMetrics http) {
    boolean open = kernel.config().metrics();
    var ops =
        new OpsEndpoints(
            kernel.vertx(), build, lifecycle, health, open ? metrics : null, kernel.clock());
    var endpoints = new Endpoints(identities, http);
    for (String path : List.of("/health", "/health/ready", "/health/startup")) {
      endpoints.get(path, call -> answer(ops, path, call));
    }
    return endpoints
        .getByCaller("/health/detailed", call -> answer(ops, "/health/detailed", call))
        .get("/metrics", INSIDER, call -> answer(ops, "/metrics", call));
  }

  private static Future<Answer> answer(OpsEndpoints ops, String path, Call call) {
    return ops.answer(path, call.caller().may(INSIDER));
  }

  private List<Probe> probes() {
    Vertx vertx = kernel.vertx();
    Config config = kernel.config();
    var probes = new ArrayList<Probe>();
    probes.add(
        Probe.reachable(
            "database",
            Probe.Group.CORE,
            true,
            "Pages come from memory; nothing can be saved until the database is back.",
            () -> kernel.postgres().ping()));
    if (!config.db().replicas().isEmpty()) {
      probes.add(ReplicasProbe.of(() -> Future.succeededFuture(replicas())));
    }
    probes.add(
        Probe.reachable(
            "redis",
            Probe.Group.CORE,
            false,
            "Nothing visible: limits and caches are kept by each instance alone.",
            this::redis));
    probes.add(DiskProbe.of("disk", vertx, config.embedding().data()));
    probes.add(QueueProbe.of(() -> Future.succeededFuture(backlog())));
    config
        .http()
        .tlsCertificate()
        .ifPresent(file -> probes.add(CertificateProbe.of(vertx, kernel.clock(), file)));
    config.log().file().ifPresent(file -> probes.add(LogFileProbe.of(vertx, file)));
    if (config.mail().host().isPresent()) {
      var smtp = new SmtpProbe(vertx, config.mail(), Duration.ofSeconds(2));
      probes.add(
          Probe.reachable(
              "smtp",
              Probe.Group.EXTERNAL,
              false,
              "Mails leave later; none is lost.",
              smtp::probe));
    }
    return probes;
  }

  private Future<?> redis() {
    return kernel.redis().state().up()
        ? Future.succeededFuture()
        : Future.failedFuture(
            Fault.unavailable("redis-away", "Redis does not answer", Duration.ofSeconds(1)));
  }

  private List<ReplicasProbe.Replica> replicas() {
    return kernel.postgres().replicaStates().stream().map(Operations::replica).toList();
  }

  private static ReplicasProbe.Replica replica(Replicas.State state) {
    return new ReplicasProbe.Replica(
        state.server(), state.lag().map(lag -> lag.toMillis() / 1000.0).orElse(null));
  }

  private QueueProbe.Backlog backlog() {
    var waiting = jobs.latest().stream().filter(d -> d.state().equals("waiting")).toList();
    return new QueueProbe.Backlog(
        waiting.stream().mapToLong(JobSampler.Depth::jobs).sum(),
        waiting.stream()
            .map(JobSampler.Depth::oldest)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO));
  }

  private static List<Feature> affected() {
    return List.of(
        new Feature("pages", Set.of(), "Pages are served from memory."),
        new Feature("settings", Set.of("database"), "Settings cannot be changed."),
        new Feature("mail", Set.of("database", "smtp"), "Mails leave later."),
        new Feature("webhooks", Set.of("database"), "Partners are told later."));
  }

  private SystemInfo.Facts facts() {
    Config config = kernel.config();
    var roles =
        config.app().roles().stream()
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return new SystemInfo.Facts(
        build,
        roles,
        config.app().loops(),
        config.embedding().data(),
        Map.of(
            "postgres",
            () -> kernel.postgres().version(),
            "redis",
            () -> Future.succeededFuture(kernel.redis().state().version().orElse("unknown"))),
        summary(config));
  }

  private static Map<String, String> summary(Config config) {
    var summary = new TreeMap<String, String>();
    summary.put("ENVIRONMENT", config.app().stage().name().toLowerCase(Locale.ROOT));
    summary.put("BASE_URL", config.http().baseUrl().toString());
    summary.put("DATABASE_URL", config.db().address());
    summary.put("REDIS_URL", config.redis().address());
    summary.put("DB_CONNECTIONS", Integer.toString(config.db().connections()));
    summary.put("SMTP_HOST", config.mail().host().orElse("(dev mailbox)"));
    return summary;
  }

  private Future<Void> audit(Caller caller, String action, String outcome) {
    return kernel.audit().note(caller, "maintenance." + action, "system", Map.of("is", outcome));
  }
}
