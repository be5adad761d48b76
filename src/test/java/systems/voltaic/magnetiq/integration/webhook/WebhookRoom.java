package systems.voltaic.magnetiq.integration.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.bus.EventCodec;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.id.Uuid7;
import systems.voltaic.magnetiq.integration.IntegrationVerticle;
import systems.voltaic.magnetiq.job.Backoff;
import systems.voltaic.magnetiq.job.JobWorker;
import systems.voltaic.magnetiq.job.Jobs;
import systems.voltaic.magnetiq.job.Workshop;
import systems.voltaic.magnetiq.net.OutgoingUrls;
import systems.voltaic.magnetiq.secret.Vault;
import systems.voltaic.magnetiq.secret.VaultConfig;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DbConfigs;

/** An integration verticle on a real database, with a partner beside it. */
final class WebhookRoom implements AutoCloseable {

  static final Caller CALLER = Caller.system("test");
  static final List<String> SETTINGS = List.of("settings.changed");

  final Vertx vertx = Vertx.vertx();
  final PgDb db = open();
  final Vault vault = vault("a key for tests", Optional.empty());
  final OutgoingUrls urls = new OutgoingUrls(WebhookRoom::resolve, true);
  final Webhooks webhooks = webhooks(vault);
  Receiver partner = new Receiver(vertx, new HttpServerOptions());

  WebhookRoom() {
    EventCodec.register(vertx);
  }

  @Override
  public void close() {
    vertx.close().await();
  }

  void announce(Object payload) {
    db.transaction(CALLER, tx -> webhooks.announce(tx, "settings.changed", payload)).await();
  }

  Webhook.WithSecret create(List<String> events) {
    return create(events, "http://127.0.0.1:" + partner.port() + "/in?x=1");
  }

  Webhook.WithSecret create(List<String> events, String url) {
    return webhooks.create(CALLER, new Webhook.Draft(url, events, null)).await();
  }

  List<Delivery> deliveries(Webhook.WithSecret webhook) {
    UUID id = webhook.webhook().id();
    return webhooks.deliveries(CALLER, id, Paging.of(100, Optional.empty())).await().items();
  }

  Delivery delivery(Webhook.WithSecret webhook) {
    List<Delivery> all = deliveries(webhook);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  String sealed(Webhook.WithSecret webhook) {
    return db.primary(CALLER)
        .run("SELECT sealed_secret FROM webhook WHERE id = '" + webhook.webhook().id() + "'")
        .map(rows -> rows.iterator().next().getString(0))
        .await();
  }

  long openJobs() {
    return db.primary(CALLER)
        .run("SELECT count(*) FROM job")
        .map(rows -> rows.iterator().next().getLong(0))
        .await();
  }

  void run(String statement) {
    db.primary(CALLER).run(statement).await();
  }

  void start() {
    start(webhooks, vault, Optional.empty());
  }

  void start(Webhooks of, Vault with, Optional<TrustOptions> trust) {
    start(of, with, trust, urls);
  }

  void start(Webhooks of, Vault with, Optional<TrustOptions> trust, OutgoingUrls guard) {
    var meters = new SimpleMeterRegistry();
    var random = new Random();
    var partners =
        new WebhookPartner(of, guard, with, Clock.systemUTC(), random, meters, patience(), trust);
    var pace = new JobWorker.Pace(Duration.ofMillis(50), 64, Duration.ofSeconds(5));
    var verticle =
        new IntegrationVerticle(
            List.of(partners),
            new Workshop(db.background(), meters, random, pace, Workshop.Parking.UNHEARD));
    vertx.deployVerticle(verticle).await();
  }

  static Patience patience() {
    var backoff = new Backoff(Duration.ofMillis(50), Duration.ofMillis(200));
    return new Patience(Duration.ofSeconds(1), backoff, 5, Duration.ofSeconds(1), 3, 16);
  }

  Webhooks webhooks(Vault with) {
    return webhooks(with, urls);
  }

  Webhooks webhooks(Vault with, OutgoingUrls guard) {
    var ids = new Uuid7(Clock.systemUTC(), new Random());
    var jobs = new Jobs(vertx, ids, kinds -> {});
    return new Webhooks(db, jobs, ids, new Audit(db, ids), guard, with, new SecureRandom());
  }

  static Vault vault(String key, Optional<String> previous) {
    return new Vault(new VaultConfig(key, previous), new SecureRandom());
  }

  static Future<List<InetAddress>> resolve(String host) {
    return Future.succeededFuture(List.of(InetAddress.getLoopbackAddress()));
  }

  PgDb open() {
    var config = DbConfigs.to(Databases.fresh(), List.of(), 8, 100);
    return PgDb.open(vertx, config, 1, RecentWriters.none(), new SimpleMeterRegistry());
  }
}
