package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** API keys over HTTP. */
final class KeyRoutes implements Routes {

  private static final int PAGE = 20;

  private final ApiKeys keys;

  KeyRoutes(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  public void mount(Api api) {
    api.on("listKeys", call -> keys.list(call.caller(), paging(call)).map(Answer::ok))
        .on("getKey", this::get)
        .on("createKey", this::create)
        .on("revokeKey", this::revoke);
  }

  private Future<Answer> get(Call call) {
    return keys.byId(call.caller(), call.pathId("id"))
        .map(key -> Answer.ok(key).version(key.version()));
  }

  private Future<Answer> create(Call call) {
    return keys.create(call.caller(), call.body(ApiKey.Draft.class))
        .map(made -> Answer.created("/api/v1/keys/" + made.key().id(), made).secret());
  }

  private Future<Answer> revoke(Call call) {
    return keys.revoke(call.caller(), call.pathId("id")).map(done -> Answer.noContent());
  }

  private static Paging paging(Call call) {
    return Paging.of(call.query("limit", PAGE), call.query("cursor"));
  }
}
