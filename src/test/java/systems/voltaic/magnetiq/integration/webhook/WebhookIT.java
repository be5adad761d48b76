package systems.voltaic.magnetiq.integration.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.bus.EventCodec;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.id.Uuid7;
import systems.voltaic.magnetiq.integration.IntegrationVerticle;
import systems.voltaic.magnetiq.integration.webhook.Receiver.Mode;
import systems.voltaic.magnetiq.job.Backoff;
import systems.voltaic.magnetiq.job.JobWorker;
import systems.voltaic.magnetiq.job.Jobs;
import systems.voltaic.magnetiq.net.OutgoingUrls;
import systems.voltaic.magnetiq.secret.Vault;
import systems.voltaic.magnetiq.secret.VaultConfig;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DbConfigs;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.SelfSigned;

class WebhookIT {

  private static final Caller CALLER = Caller.system("test");
  private static final List<String> SETTINGS = List.of("settings.changed");

  private final Vertx vertx = Vertx.vertx();
  private final PgDb db = open();
  private final Vault vault = vault("a key for tests", Optional.empty());
  private final OutgoingUrls urls = new OutgoingUrls(WebhookIT::resolve, true);
  private final Webhooks webhooks = webhooks(vault);
  private Receiver partner;

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    EventCodec.register(vertx);
    partner = new Receiver(vertx, new HttpServerOptions());
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void tellsEverySubscribedPartnerWithASignatureItCanCheck() {
    start();
    var told = create(SETTINGS);
    var other = create(List.of("job.parked"));

    announce(Map.of("key", "site.name"));

    Eventually.that("it is told", () -> partner.received().size() == 1);
    var call = partner.received().get(0);
    Delivery delivery = onlyDelivery(told);
    assertThat(call.event()).isEqualTo("settings.changed");
    assertThat(call.delivery()).isEqualTo(delivery.id().toString());
    assertThat(call.body()).contains("\"data\":{\"key\":\"site.name\"}", call.delivery());
    assertThat(Receiver.isSigned(call, told.secret())).isTrue();
    assertThat(Receiver.isSigned(call, other.secret())).isFalse();
    assertThat(deliveries(other)).isEmpty();
    Eventually.that("it is noted", () -> onlyDelivery(told).state() == Delivery.State.DELIVERED);
  }

  @Test
  void tellsNobodyWhenTheTransactionFails() {
    var webhook = create(SETTINGS);
    Future<Void> failing =
        db.transaction(
            CALLER,
            tx ->
                webhooks
                    .announce(tx, "settings.changed", Map.of())
                    .compose(done -> Future.failedFuture("on purpose")));

    Eventually.that("it is rolled back", failing::failed);
    assertThat(deliveries(webhook)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR_500", "REDIRECT", "HANG", "CUT"})
  void triesAgainUnderTheSameIdUntilThePartnerIsWell(Mode mode) {
    partner.answerNext(mode, 2);
    start();
    var webhook = create(SETTINGS);

    announce(Map.of());

    Eventually.that("it is noted", () -> onlyDelivery(webhook).state() == Delivery.State.DELIVERED);
    assertThat(partner.received()).hasSize(3);
    assertThat(partner.received().stream().map(Receiver.Received::delivery).distinct()).hasSize(1);
    assertThat(partner.received().stream().map(Receiver.Received::body).distinct()).hasSize(1);
    assertThat(onlyDelivery(webhook).attempts()).isEqualTo(3);
  }

  @Test
  void saysInPlainWordsWhyItIsNotDelivered() {
    partner.answer(Mode.REDIRECT);
    start();
    var webhook = create(SETTINGS);
    announce(Map.of());

    Eventually.that("it was tried", () -> onlyDelivery(webhook).attempts() > 0);
    assertThat(onlyDelivery(webhook).lastError()).contains("302", "redirects are not followed");
    assertThat(onlyDelivery(webhook).lastStatus()).isEqualTo(302);
  }

  @Test
  void switchesOffWhoWantsNoMore() {
    partner.answer(Mode.GONE);
    start();
    var webhook = create(SETTINGS);
    announce(Map.of());

    Eventually.that("it failed", () -> onlyDelivery(webhook).state() == Delivery.State.FAILED);
    assertThat(webhooks.byId(CALLER, webhook.webhook().id()).await().active()).isFalse();
    announce(Map.of());
    assertThat(deliveries(webhook)).hasSize(1);
    assertThat(openJobs()).isZero();
  }

  @Test
  void takesTheStatusOfAnAnswerThatNeverEnds() {
    partner.answer(Mode.ENDLESS_BODY);
    start();
    var webhook = create(SETTINGS);
    announce(Map.of());

    Eventually.that("it is noted", () -> onlyDelivery(webhook).state() == Delivery.State.DELIVERED);
  }

  @Test
  void neverCallsOneEndpointMoreOftenAtOnceThanItsBound() {
    partner.answerNext(Mode.HANG, 6);
    start();
    var webhook = create(SETTINGS);
    for (int i = 0; i < 12; i++) {
      announce(Map.of("number", i));
    }

    Eventually.that(
        "all are delivered",
        Duration.ofSeconds(30),
        () -> deliveries(webhook).stream().allMatch(d -> d.state() == Delivery.State.DELIVERED));
    assertThat(partner.mostAtOnce()).isBetween(1, patience().inFlight());
  }

  @Test
  void aDeadPartnerDelaysNoOther() {
    start();
    var dead = create(SETTINGS, "http://127.0.0.1:9/dead");
    var well = create(SETTINGS);
    for (int i = 0; i < 20; i++) {
      announce(Map.of("number", i));
    }

    Eventually.that("the other is told", () -> partner.received().size() == 20);
    assertThat(deliveries(well)).hasSize(20);
    assertThat(deliveries(dead)).noneMatch(d -> d.state() == Delivery.State.DELIVERED);
  }

  @Test
  void replaysADeliveryUnderItsId() {
    start();
    var webhook = create(SETTINGS);
    announce(Map.of());
    Eventually.that("it is noted", () -> onlyDelivery(webhook).state() == Delivery.State.DELIVERED);

    webhooks.replay(CALLER, onlyDelivery(webhook).id()).await();

    Eventually.that("it is told again", () -> partner.received().size() == 2);
    assertThat(partner.received().stream().map(Receiver.Received::delivery).distinct()).hasSize(1);
  }

  @Test
  void testsOneWebhookOnly() {
    start();
    var webhook = create(SETTINGS);
    create(SETTINGS);

    var delivery = webhooks.test(CALLER, webhook.webhook().id()).await();

    Eventually.that("it is told", () -> partner.received().size() == 1);
    assertThat(partner.received().get(0).event()).isEqualTo("webhook.test");
    assertThat(partner.received().get(0).delivery()).isEqualTo(delivery.id().toString());
  }

  @Test
  void signsWithTheNewSecretAfterARotation() {
    start();
    var first = create(SETTINGS);
    var second = webhooks.rotate(CALLER, first.webhook().id()).await();

    announce(Map.of());

    Eventually.that("it is told", () -> partner.received().size() == 1);
    var call = partner.received().get(0);
    assertThat(Receiver.isSigned(call, second.secret())).isTrue();
    assertThat(Receiver.isSigned(call, first.secret())).isFalse();
  }

  @Test
  void sealsSecretsAgainWhenTheKeyWasRotated() {
    var webhook = create(SETTINGS);
    var rotated = vault("a second key for tests", Optional.of("a key for tests"));
    String before = sealed(webhook);

    start(webhooks(rotated), rotated, Optional.empty());

    assertThat(sealed(webhook)).isNotEqualTo(before).doesNotContain(webhook.secret());
    assertThat(rotated.outdated(sealed(webhook))).isFalse();
    announce(Map.of());
    Eventually.that("it is told", () -> partner.received().size() == 1);
    assertThat(Receiver.isSigned(partner.received().get(0), webhook.secret())).isTrue();
  }

  @Test
  void callsThePinnedAddressUnderTheOriginalNameOverTls() {
    var certificate = SelfSigned.certificate();
    var keys =
        new PemKeyCertOptions()
            .setCertPath(certificate.certificatePem(folder).toString())
            .setKeyPath(certificate.keyPem(folder).toString());
    partner = new Receiver(vertx, new HttpServerOptions().setSsl(true).setKeyCertOptions(keys));
    String pem = folder.resolve("certificate.pem").toString();
    start(webhooks, vault, Optional.of(new PemTrustOptions().addCertPath(pem)));

    var named = create(SETTINGS, "https://example.test:" + partner.port() + "/in");
    var misnamed = create(SETTINGS, "https://other.test:" + partner.port() + "/in");
    announce(Map.of());

    Eventually.that("it is told", () -> partner.received().size() == 1);
    assertThat(partner.received().get(0).host()).isEqualTo("example.test:" + partner.port());
    Eventually.that("it is noted", () -> onlyDelivery(named).state() == Delivery.State.DELIVERED);
    Eventually.that("the other was tried", () -> onlyDelivery(misnamed).attempts() > 0);
    assertThat(onlyDelivery(misnamed).lastError()).contains("no answer");
  }

  @Test
  void refusesAPrivateTargetAtCreationAndWhenTheNameMovesLater() {
    var strict = new OutgoingUrls(WebhookIT::resolve, false);
    assertThatThrownBy(
            () ->
                webhooks(vault, strict)
                    .create(CALLER, new Webhook.Draft("https://localhost/in", SETTINGS, true))
                    .await())
        .isInstanceOf(Fault.class);

    var webhook = create(SETTINGS);
    start(webhooks(vault, strict), vault, Optional.empty(), strict);
    announce(Map.of());

    Eventually.that("it was tried", () -> onlyDelivery(webhook).attempts() > 0);
    assertThat(onlyDelivery(webhook).lastError()).contains("cannot be called");
    assertThat(partner.received()).isEmpty();
  }

  @Test
  void refusesAChangeOfAnotherVersion() {
    var webhook = create(SETTINGS).webhook();
    var off = new Webhook.Patch(null, null, false);

    assertThat(webhooks.update(CALLER, webhook.id(), off, 1).await().active()).isFalse();
    assertThatThrownBy(() -> webhooks.update(CALLER, webhook.id(), off, 1).await())
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.kind()).isEqualTo(Fault.Kind.STALE));
    webhooks.delete(CALLER, webhook.id(), 2).await();
    assertThat(webhooks.list(CALLER, Paging.of(20, Optional.empty())).await().items()).isEmpty();
  }

  @Test
  void forgetsWhatWasToldMoreThanThirtyDaysAgo() {
    var webhook = create(SETTINGS);
    announce(Map.of());
    announce(Map.of());
    run(
        "UPDATE webhook_delivery SET created_at = now() - interval '31 days'"
            + " WHERE id = (SELECT id FROM webhook_delivery ORDER BY id LIMIT 1)");

    assertThat(webhooks.purge(CALLER).await()).isEqualTo(1);
    assertThat(deliveries(webhook)).hasSize(1);
  }

  private void announce(Object payload) {
    db.transaction(CALLER, tx -> webhooks.announce(tx, "settings.changed", payload)).await();
  }

  private Webhook.WithSecret create(List<String> events) {
    return create(events, "http://127.0.0.1:" + partner.port() + "/in?x=1");
  }

  private Webhook.WithSecret create(List<String> events, String url) {
    return webhooks.create(CALLER, new Webhook.Draft(url, events, null)).await();
  }

  private List<Delivery> deliveries(Webhook.WithSecret webhook) {
    UUID id = webhook.webhook().id();
    return webhooks.deliveries(CALLER, id, Paging.of(100, Optional.empty())).await().items();
  }

  private Delivery onlyDelivery(Webhook.WithSecret webhook) {
    List<Delivery> all = deliveries(webhook);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private String sealed(Webhook.WithSecret webhook) {
    return db.primary(CALLER)
        .run("SELECT sealed_secret FROM webhook WHERE id = '" + webhook.webhook().id() + "'")
        .map(rows -> rows.iterator().next().getString(0))
        .await();
  }

  private long openJobs() {
    return db.primary(CALLER)
        .run("SELECT count(*) FROM job")
        .map(rows -> rows.iterator().next().getLong(0))
        .await();
  }

  private void run(String statement) {
    db.primary(CALLER).run(statement).await();
  }

  private void start() {
    start(webhooks, vault, Optional.empty());
  }

  private void start(Webhooks of, Vault with, Optional<TrustOptions> trust) {
    start(of, with, trust, urls);
  }

  private void start(Webhooks of, Vault with, Optional<TrustOptions> trust, OutgoingUrls guard) {
    var meters = new SimpleMeterRegistry();
    var random = new Random();
    var partners =
        new WebhookPartner(of, guard, with, Clock.systemUTC(), random, meters, patience(), trust);
    var pace = new JobWorker.Pace(Duration.ofMillis(50), 64, Duration.ofSeconds(5));
    var verticle =
        new IntegrationVerticle(List.of(partners), db.background(), meters, random, pace);
    vertx.deployVerticle(verticle).await();
  }

  private static Patience patience() {
    var backoff = new Backoff(Duration.ofMillis(50), Duration.ofMillis(200));
    return new Patience(Duration.ofSeconds(1), backoff, 5, Duration.ofSeconds(1), 3, 16);
  }

  private Webhooks webhooks(Vault with) {
    return webhooks(with, urls);
  }

  private Webhooks webhooks(Vault with, OutgoingUrls guard) {
    var ids = new Uuid7(Clock.systemUTC(), new Random());
    var jobs = new Jobs(vertx, ids, kinds -> {});
    return new Webhooks(db, jobs, ids, new Audit(db, ids), guard, with, new SecureRandom());
  }

  private static Vault vault(String key, Optional<String> previous) {
    return new Vault(new VaultConfig(key, previous), new SecureRandom());
  }

  private static Future<List<InetAddress>> resolve(String host) {
    return Future.succeededFuture(List.of(InetAddress.getLoopbackAddress()));
  }

  private PgDb open() {
    var config = DbConfigs.to(Databases.fresh(), List.of(), 8, 100);
    return PgDb.open(vertx, config, 1, RecentWriters.none(), new SimpleMeterRegistry());
  }
}
