package systems.voltaic.magnetiq.integration.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static systems.voltaic.magnetiq.integration.webhook.WebhookRoom.CALLER;
import static systems.voltaic.magnetiq.integration.webhook.WebhookRoom.SETTINGS;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import systems.voltaic.magnetiq.integration.webhook.Receiver.Mode;
import systems.voltaic.magnetiq.testkit.Eventually;

class WebhookIT {

  private final WebhookRoom room = new WebhookRoom();

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void tellsEverySubscribedPartnerWithASignatureItCanCheck() {
    room.start();
    var told = room.create(SETTINGS);
    var other = room.create(List.of("job.parked"));

    room.announce(Map.of("key", "site.name"));

    Eventually.that("it is told", () -> room.partner.received().size() == 1);
    var call = room.partner.received().get(0);
    Delivery delivery = room.delivery(told);
    assertThat(call.event()).isEqualTo("settings.changed");
    assertThat(call.delivery()).isEqualTo(delivery.id().toString());
    assertThat(call.body()).contains("\"data\":{\"key\":\"site.name\"}", call.delivery());
    assertThat(Receiver.isSigned(call, told.secret())).isTrue();
    assertThat(Receiver.isSigned(call, other.secret())).isFalse();
    assertThat(room.deliveries(other)).isEmpty();
    Eventually.that("it is noted", () -> room.delivery(told).state() == Delivery.State.DELIVERED);
  }

  @Test
  void tellsNobodyWhenTheTransactionFails() {
    var webhook = room.create(SETTINGS);
    Future<Void> failing =
        room.db.transaction(
            CALLER,
            tx ->
                room.webhooks
                    .announce(tx, "settings.changed", Map.of())
                    .compose(done -> Future.failedFuture("on purpose")));

    Eventually.that("it is rolled back", failing::failed);
    assertThat(room.deliveries(webhook)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR_500", "REDIRECT", "HANG", "CUT"})
  void triesAgainUnderTheSameIdUntilThePartnerIsWell(Mode mode) {
    room.partner.answerNext(mode, 2);
    room.start();
    var webhook = room.create(SETTINGS);

    room.announce(Map.of());

    Eventually.that(
        "it is noted", () -> room.delivery(webhook).state() == Delivery.State.DELIVERED);
    assertThat(room.partner.received()).hasSize(3);
    assertThat(room.partner.received().stream().map(Receiver.Received::delivery).distinct())
        .hasSize(1);
    assertThat(room.partner.received().stream().map(Receiver.Received::body).distinct()).hasSize(1);
    assertThat(room.delivery(webhook).attempts()).isEqualTo(3);
  }

  @Test
  void saysInPlainWordsWhyItIsNotDelivered() {
    room.partner.answer(Mode.REDIRECT);
    room.start();
    var webhook = room.create(SETTINGS);
    room.announce(Map.of());

    Eventually.that("it was tried", () -> room.delivery(webhook).attempts() > 0);
    assertThat(room.delivery(webhook).lastError()).contains("303", "redirects are not followed");
    assertThat(room.delivery(webhook).lastStatus()).isEqualTo(303);
  }

  @Test
  void switchesOffWhoWantsNoMore() {
    room.partner.answer(Mode.GONE);
    room.start();
    var webhook = room.create(SETTINGS);
    room.announce(Map.of());

    Eventually.that("it failed", () -> room.delivery(webhook).state() == Delivery.State.FAILED);
    assertThat(room.webhooks.byId(CALLER, webhook.webhook().id()).await().active()).isFalse();
    room.announce(Map.of());
    assertThat(room.deliveries(webhook)).hasSize(1);
    assertThat(room.openJobs()).isZero();
  }

  @Test
  void takesTheStatusOfAnAnswerThatNeverEnds() {
    room.partner.answer(Mode.ENDLESS_BODY);
    room.start();
    var webhook = room.create(SETTINGS);
    room.announce(Map.of());

    Eventually.that(
        "it is noted", () -> room.delivery(webhook).state() == Delivery.State.DELIVERED);
  }

  @Test
  void neverCallsOneEndpointMoreOftenAtOnceThanItsBound() {
    room.partner.answerNext(Mode.HANG, 6);
    room.start();
    var webhook = room.create(SETTINGS);
    for (int i = 0; i < 12; i++) {
      room.announce(Map.of("number", i));
    }

    Eventually.that(
        "all are delivered",
        Duration.ofSeconds(30),
        () ->
            room.deliveries(webhook).stream().allMatch(d -> d.state() == Delivery.State.DELIVERED));
    assertThat(room.partner.mostAtOnce()).isBetween(1, WebhookRoom.patience().inFlight());
  }

  @Test
  void aDeadPartnerDelaysNoOther() {
    room.start();
    var dead = room.create(SETTINGS, "http://127.0.0.1:9/dead");
    var well = room.create(SETTINGS);
    for (int i = 0; i < 20; i++) {
      room.announce(Map.of("number", i));
    }

    Eventually.that("the other is told", () -> room.partner.received().size() == 20);
    assertThat(room.deliveries(well)).hasSize(20);
    assertThat(room.deliveries(dead)).noneMatch(d -> d.state() == Delivery.State.DELIVERED);
  }

  @Test
  void replaysADeliveryUnderItsId() {
    room.start();
    var webhook = room.create(SETTINGS);
    room.announce(Map.of());
    Eventually.that(
        "it is noted", () -> room.delivery(webhook).state() == Delivery.State.DELIVERED);

    room.webhooks.replay(CALLER, room.delivery(webhook).id()).await();

    Eventually.that("it is told again", () -> room.partner.received().size() == 2);
    assertThat(room.partner.received().stream().map(Receiver.Received::delivery).distinct())
        .hasSize(1);
  }

  @Test
  void testsOneWebhookOnly() {
    room.start();
    var webhook = room.create(SETTINGS);
    room.create(SETTINGS);

    var delivery = room.webhooks.test(CALLER, webhook.webhook().id()).await();

    Eventually.that("it is told", () -> room.partner.received().size() == 1);
    assertThat(room.partner.received().get(0).event()).isEqualTo("webhook.test");
    assertThat(room.partner.received().get(0).delivery()).isEqualTo(delivery.id().toString());
  }
}
