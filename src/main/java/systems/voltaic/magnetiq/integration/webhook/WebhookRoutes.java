package systems.voltaic.magnetiq.integration.webhook;

import io.vertx.core.Future;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** Webhooks over HTTP. */
public final class WebhookRoutes implements Routes {

  private static final int PAGE = 20;

  private final Webhooks webhooks;

  public WebhookRoutes(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  public void mount(Api api) {
    api.on("listWebhooks", call -> webhooks.list(call.caller(), paging(call)).map(Answer::ok))
        .on("createWebhook", this::create)
        .on("getWebhook", this::get)
        .on("updateWebhook", this::update)
        .on("deleteWebhook", this::delete)
        .on("rotateWebhookSecret", this::rotate)
        .on("testWebhook", this::test)
        .on("listWebhookDeliveries", this::deliveries)
        .on("replayWebhookDelivery", this::replay);
  }

  private Future<Answer> create(Call call) {
    return webhooks
        .create(call.caller(), call.body(Webhook.Draft.class))
        .map(made -> Answer.created("/api/v1/webhooks/" + made.webhook().id(), made))
        .map(Answer::secret);
  }

  private Future<Answer> get(Call call) {
    return webhooks.byId(call.caller(), call.pathId("id")).map(WebhookRoutes::whole);
  }

  private Future<Answer> update(Call call) {
    var patch = call.body(Webhook.Patch.class);
    return webhooks
        .update(call.caller(), call.pathId("id"), patch, call.ifMatch().orElseThrow())
        .map(WebhookRoutes::whole);
  }

  private Future<Answer> delete(Call call) {
    return webhooks
        .delete(call.caller(), call.pathId("id"), call.ifMatch().orElseThrow())
        .map(done -> Answer.noContent());
  }

  private Future<Answer> rotate(Call call) {
    return webhooks.rotate(call.caller(), call.pathId("id")).map(made -> Answer.ok(made).secret());
  }

  private Future<Answer> test(Call call) {
    return webhooks.test(call.caller(), call.pathId("id")).map(Answer::accepted);
  }

  private Future<Answer> deliveries(Call call) {
    return webhooks.deliveries(call.caller(), call.pathId("id"), paging(call)).map(Answer::ok);
  }

  private Future<Answer> replay(Call call) {
    return webhooks.replay(call.caller(), call.pathId("id")).map(Answer::accepted);
  }

  private static Paging paging(Call call) {
    return Paging.of(call.query("limit", PAGE), call.query("cursor"));
  }

  private static Answer whole(Webhook webhook) {
    return Answer.ok(webhook).version(webhook.version());
  }
}
