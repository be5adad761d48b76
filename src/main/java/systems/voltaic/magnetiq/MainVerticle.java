package systems.voltaic.magnetiq;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.Config.Role;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.bus.EventCodec;
import systems.voltaic.magnetiq.http.ApiVerticle;
import systems.voltaic.magnetiq.http.Contract;
import systems.voltaic.magnetiq.http.ContractRouter;
import systems.voltaic.magnetiq.http.Docs;
import systems.voltaic.magnetiq.http.FinishedMount;
import systems.voltaic.magnetiq.http.Front;
import systems.voltaic.magnetiq.http.HttpConfig;
import systems.voltaic.magnetiq.http.HttpMetrics;
import systems.voltaic.magnetiq.http.Identities;
import systems.voltaic.magnetiq.http.LocalOperator;
import systems.voltaic.magnetiq.http.Messages;
import systems.voltaic.magnetiq.http.Mount;
import systems.voltaic.magnetiq.http.Permissions;
import systems.voltaic.magnetiq.http.PublicAnswers;
import systems.voltaic.magnetiq.http.Routes;
import systems.voltaic.magnetiq.http.SharedLimiter;
import systems.voltaic.magnetiq.http.Surface;
import systems.voltaic.magnetiq.id.Uuid7;
import systems.voltaic.magnetiq.integration.IntegrationVerticle;
import systems.voltaic.magnetiq.job.JobSampler;
import systems.voltaic.magnetiq.job.JobWorker;
import systems.voltaic.magnetiq.job.Workshop;
import systems.voltaic.magnetiq.mail.MailVerticle;
import systems.voltaic.magnetiq.ops.Build;
import systems.voltaic.magnetiq.ops.Lifecycle;
import systems.voltaic.magnetiq.ops.Metrics;
import systems.voltaic.magnetiq.redis.Script;
import systems.voltaic.magnetiq.schedule.ScheduleVerticle;
import systems.voltaic.magnetiq.site.AdminMount;
import systems.voltaic.magnetiq.site.AssetMount;
import systems.voltaic.magnetiq.site.SiteVerticle;
import systems.voltaic.magnetiq.site.SpaFiles;
import systems.voltaic.magnetiq.site.render.Renderer;

/** Builds the objects and deploys the verticles: the table of contents of the program. */
final class MainVerticle extends VerticleBase {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration TICKS = Duration.ofSeconds(1);
  private static final Duration COUNTED_IN = Duration.ofMillis(100);

  private final Config config;
  private final Clock clock;
  private final Lifecycle lifecycle = new Lifecycle();
  private final List<Front> fronts = new ArrayList<>();
  private final Addresses addresses = new Addresses();
  private final Future<SpaFiles> files;
  private final Kernel kernel;
  private final Features features;
  private final Operations operations;
  private final HttpMetrics http;
  private final Identities identities;
  private final List<Mount> mounts;
  private final Optional<Website> website;

  /** Builds everything; not on an event loop, which loading so many classes would hold up. */
  MainVerticle(
      Vertx vertx, Config config, Supplier<Contract> contract, Metrics metrics, Clock clock) {
    this.config = config;
    this.clock = clock;
    EventCodec.register(vertx);
    var build = Build.read();
    files = SpaFiles.load(vertx, clock.instant());
    kernel = Kernel.of(vertx, config, metrics.registry(), clock);
    Optional<Renderer> renderer =
        has(Role.SITE) ? Optional.of(Website.renderer(kernel)) : Optional.empty();
    var read = contract.get();
    features = new Features(kernel, build, read);
    website = renderer.map(loading -> new Website(kernel, features, loading));
    var jobs = new JobSampler(vertx, kernel.background(), kernel.meters());
    operations =
        new Operations(
            kernel, build, lifecycle, metrics, jobs, List.of(features.auditing().probe()));
    http = new HttpMetrics(kernel.meters(), System::nanoTime);
    identities = features.staff().identities();
    mounts = mounts(read);
  }

  @Override
  public Future<?> start() {
    return Future.join(files.compose(this::deployServers), schema())
        .compose(listening -> kernel.start())
        .compose(connected -> features.start())
        .compose(live -> Future.all(preparePages(), deployWorkers()))
        .compose(working -> operations.start())
        .onSuccess(ready -> lifecycle.ready())
        .onSuccess(ready -> website.ifPresent(pages -> pages.settle(files.result())));
  }

  private Future<?> preparePages() {
    return website.map(Website::prepare).orElseGet(Future::succeededFuture);
  }

  /** Where it can be reached. */
  Addresses addresses() {
    return addresses;
  }

  /** While nobody owns the place: the link for who comes first. */
  Future<Optional<String>> firstLink() {
    return features.staff().login().owners().firstLink(Caller.system("console"));
  }

  /** No longer ready, but still serving while balancers find out. */
  Future<Void> drain() {
    lifecycle.drain();
    fronts.forEach(Front::drain);
    features.desk().drain();
    return config.app().drain().isZero()
        ? Future.succeededFuture()
        : vertx.timer(config.app().drain().toMillis(), TimeUnit.MILLISECONDS).mapEmpty();
  }

  @Override
  public Future<?> stop() {
    operations.stop();
    website.ifPresent(Website::stop);
    return kernel.redis().close();
  }

  private Future<?> schema() {
    return new Schema(vertx, config.db(), config.app().migrate(), PATIENCE)
        .ready()
        .onSuccess(fits -> lifecycle.schemaFits(true));
  }

  private Future<?> deployServers(SpaFiles files) {
    var onApi = new ArrayList<>(mounts);
    onApi.add(new AssetMount(files, this::isReference, Optional.empty(), http));
    var onSite = new ArrayList<>(has(Role.API) ? mounts : mounts.subList(0, 2));
    onSite.add(new FinishedMount(features.siteFiles(), http));
    website.ifPresent(
        pages ->
            onSite.addAll(
                pages.mounts(files, this::isFile, features.staff().pageVisitors(), http)));
    return has(Role.API) || has(Role.SITE)
        ? deployApi(onApi).compose(up -> deploySite(onSite))
        : deployWatched();
  }

  /** Who works without visitors is watched like everybody else. */
  private Future<?> deployWatched() {
    Front front = front(config.http(), mounts.subList(0, 1));
    return vertx.deployVerticle(new ApiVerticle(config.http(), front, addresses::operations));
  }

  /** What is asked before the pages: operations, the wait for the schema, docs, the contract. */
  private List<Mount> mounts(Contract contract) {
    var limiter = new SharedLimiter(kernel.vertx(), features::limits, clock, this::counted);
    var router =
        new ContractRouter(
            config.http(),
            contract,
            Permissions.packaged(),
            routes(),
            identities,
            limiter,
            kernel.idempotency(),
            http);
    return List.of(
        operations.endpoints(new LocalOperator(config.http().operators(), identities), http),
        new StillStarting(lifecycle),
        new Docs(config.http(), contract, new Messages(), http),
        new PublicAnswers(features.publicAnswers(), router, limiter, http),
        features.desk().socket(limiter, http));
  }

  private Future<Response> counted(Script script, List<String> keys, Object... arguments) {
    return kernel.redis().eval(COUNTED_IN, script, keys, arguments);
  }

  private Future<?> deployApi(List<Mount> all) {
    Front front = front(config.http(), all);
    return deploy(
        Role.API,
        config.app().loops(),
        () -> new ApiVerticle(config.http(), front, addresses::api));
  }

  private Future<?> deploySite(List<Mount> all) {
    HttpConfig at = config.http().at(config.sitePort());
    Front front = front(at, all);
    return deploy(
        Role.SITE, config.app().loops(), () -> new SiteVerticle(at, front, addresses::site));
  }

  /** What the API's own address space shows of the pages. */
  private boolean isReference(String path) {
    boolean docs = path.equals("/docs") || path.startsWith("/docs/");
    return path.startsWith("/assets/") || (docs && config.http().surfaces().contains(Surface.DOCS));
  }

  /** What the site shows besides its pages. */
  private boolean isFile(String path) {
    boolean shown = isReference(path) || !path.startsWith("/docs");
    return AdminMount.owns(path) ? config.http().surfaces().contains(Surface.ADMIN) : shown;
  }

  /** An id of a request guards nothing, so it need not wait for the one lock of secure chance. */
  private Front front(HttpConfig of, List<Mount> all) {
    var requestIds = new Uuid7(clock, () -> ThreadLocalRandom.current().nextLong());
    var front = new Front(of, new Messages(), http, requestIds, System::nanoTime, clock, all);
    fronts.add(front);
    return front;
  }

  private List<Routes> routes() {
    var routes = new ArrayList<>(features.routes());
    routes.add(operations.routes());
    return routes;
  }

  private Future<?> deployWorkers() {
    return deploy(Role.SCHEDULE, 1, this::schedule)
        .compose(up -> deploy(Role.MAIL, 1, this::mail))
        .compose(up -> deploy(Role.INTEGRATION, 1, this::integration));
  }

  private ScheduleVerticle schedule() {
    var housekeeping = new JobWorker(vertx, workshop(), Housekeeping.handlers(kernel, features));
    return new ScheduleVerticle(features.ticks(), housekeeping, kernel.random(), TICKS);
  }

  private MailVerticle mail() {
    return new MailVerticle(config.mail(), workshop());
  }

  /** Telling a partner of a job that told a partner would never end. */
  private IntegrationVerticle integration() {
    return new IntegrationVerticle(features.partners(), workshop().unheard());
  }

  private Workshop workshop() {
    return new Workshop(
        kernel.background(),
        kernel.meters(),
        kernel.random(),
        JobWorker.Pace.standard(),
        (tx, job) -> features.webhooks().announce(tx, "job.parked", job));
  }

  private Future<?> deploy(Role role, int instances, Supplier<Deployable> verticle) {
    return has(role)
        ? vertx.deployVerticle(verticle, new DeploymentOptions().setInstances(instances))
        : Future.succeededFuture();
  }

  private boolean has(Role role) {
    return config.app().roles().contains(role);
  }
}
