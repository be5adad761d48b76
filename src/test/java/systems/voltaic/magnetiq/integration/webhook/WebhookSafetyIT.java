package systems.voltaic.magnetiq.integration.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static systems.voltaic.magnetiq.integration.webhook.WebhookRoom.CALLER;
import static systems.voltaic.magnetiq.integration.webhook.WebhookRoom.SETTINGS;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.net.OutgoingUrls;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.SelfSigned;

class WebhookSafetyIT {

  private final WebhookRoom room = new WebhookRoom();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void signsWithTheNewSecretAfterARotation() {
    room.start();
    var first = room.create(SETTINGS);
    var second = room.webhooks.rotate(CALLER, first.webhook().id()).await();

    room.announce(Map.of());

    Eventually.that("it is told", () -> room.partner.received().size() == 1);
    var call = room.partner.received().get(0);
    assertThat(Receiver.isSigned(call, second.secret())).isTrue();
    assertThat(Receiver.isSigned(call, first.secret())).isFalse();
  }

  @Test
  void sealsSecretsAgainWhenTheKeyWasRotated() {
    var webhook = room.create(SETTINGS);
    var rotated = WebhookRoom.vault("a second key for tests", Optional.of("a key for tests"));
    String before = room.sealed(webhook);

    room.start(room.webhooks(rotated), rotated, Optional.empty());

    assertThat(room.sealed(webhook)).isNotEqualTo(before).doesNotContain(webhook.secret());
    assertThat(rotated.outdated(room.sealed(webhook))).isFalse();
    room.announce(Map.of());
    Eventually.that("it is told", () -> room.partner.received().size() == 1);
    assertThat(Receiver.isSigned(room.partner.received().get(0), webhook.secret())).isTrue();
  }

  @Test
  void callsThePinnedAddressUnderTheOriginalNameOverTls() {
    var certificate = SelfSigned.certificate();
    var keys =
        new PemKeyCertOptions()
            .setCertPath(certificate.certificatePem(folder).toString())
            .setKeyPath(certificate.keyPem(folder).toString());
    room.partner =
        new Receiver(room.vertx, new HttpServerOptions().setSsl(true).setKeyCertOptions(keys));
    String pem = folder.resolve("certificate.pem").toString();
    room.start(room.webhooks, room.vault, Optional.of(new PemTrustOptions().addCertPath(pem)));

    var named = room.create(SETTINGS, "https://example.test:" + room.partner.port() + "/in");
    var misnamed = room.create(SETTINGS, "https://other.test:" + room.partner.port() + "/in");
    room.announce(Map.of());

    Eventually.that("it is told", () -> room.partner.received().size() == 1);
    assertThat(room.partner.received().get(0).host())
        .isEqualTo("example.test:" + room.partner.port());
    Eventually.that("it is noted", () -> room.delivery(named).state() == Delivery.State.DELIVERED);
    Eventually.that("the other was tried", () -> room.delivery(misnamed).attempts() > 0);
    assertThat(room.delivery(misnamed).lastError()).contains("no answer");
  }

  @Test
  void refusesAPrivateTargetAtCreationAndWhenTheNameMovesLater() {
    var strict = new OutgoingUrls(WebhookRoom::resolve, false);
    assertThatThrownBy(
            () ->
                room.webhooks(room.vault, strict)
                    .create(CALLER, new Webhook.Draft("https://localhost/in", SETTINGS, true))
                    .await())
        .isInstanceOf(Fault.class);

    var webhook = room.create(SETTINGS);
    room.start(room.webhooks(room.vault, strict), room.vault, Optional.empty(), strict);
    room.announce(Map.of());

    Eventually.that("it was tried", () -> room.delivery(webhook).attempts() > 0);
    assertThat(room.delivery(webhook).lastError()).contains("cannot be called");
    assertThat(room.partner.received()).isEmpty();
  }

  @Test
  void refusesAChangeOfAnotherVersion() {
    var webhook = room.create(SETTINGS).webhook();
    var off = new Webhook.Patch(null, null, false);

    assertThat(room.webhooks.update(CALLER, webhook.id(), off, 1).await().active()).isFalse();
    assertThatThrownBy(() -> room.webhooks.update(CALLER, webhook.id(), off, 1).await())
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.kind()).isEqualTo(Fault.Kind.STALE));
    room.webhooks.delete(CALLER, webhook.id(), 2).await();
    assertThat(room.webhooks.list(CALLER, Paging.of(20, Optional.empty())).await().items())
        .isEmpty();
  }

  @Test
  void forgetsWhatWasToldMoreThanThirtyDaysAgo() {
    var webhook = room.create(SETTINGS);
    room.announce(Map.of());
    room.announce(Map.of());
    room.run(
        "UPDATE webhook_delivery SET created_at = now() - interval '31 days'"
            + " WHERE id = (SELECT id FROM webhook_delivery ORDER BY id LIMIT 1)");

    assertThat(room.webhooks.purge(CALLER).await()).isEqualTo(1);
    assertThat(room.deliveries(webhook)).hasSize(1);
  }
}
