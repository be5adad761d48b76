package systems.voltaic.magnetiq.people.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** Sessions over HTTP. */
final class SessionRoutes implements Routes {

  private static final int PAGE = 20;

  private record Items(List<OpenSession> items) {}

  private record Ended(int ended) {}

  private final Refreshing refreshing;
  private final OpenSessions open;

  SessionRoutes(Refreshing refreshing, OpenSessions open) {
    this.refreshing = refreshing;
    this.open = open;
  }

  @Override
  public void mount(Api api) {
    api.on("refreshSession", call -> refreshing.refresh(call, isBackground(call)))
        .on("logout", this::logout)
        .on("getMe", this::me)
        .on("listMySessions", call -> open.mine(call.caller()).map(Items::new).map(Answer::ok))
        .on("endMySession", this::endMine)
        .on("endMyOtherSessions", this::endMyOthers)
        .on("listSessions", this::list)
        .on("endSession", this::end);
  }

  private Future<Answer> logout(Call call) {
    return open.logout(call)
        .map(done -> Answer.noContent().with("set-cookie", SessionCookie.cleared()));
  }

  private Future<Answer> me(Call call) {
    return open.me(call.caller()).map(me -> Answer.ok(me).version(me.version()));
  }

  private Future<Answer> endMine(Call call) {
    return open.endMine(call.caller(), call.pathId("id")).map(done -> Answer.noContent());
  }

  private Future<Answer> endMyOthers(Call call) {
    return open.endMyOthers(call.caller()).map(Ended::new).map(Answer::ok);
  }

  private Future<Answer> list(Call call) {
    var paging = Paging.of(call.query("limit", PAGE), call.query("cursor"));
    var person = call.query("person").map(UUID::fromString);
    return open.all(call.caller(), person, paging).map(Answer::ok);
  }

  private Future<Answer> end(Call call) {
    return open.end(call.caller(), call.pathId("id")).map(done -> Answer.noContent());
  }

  private static boolean isBackground(Call call) {
    JsonNode body = call.body();
    boolean said = body != null && body.path("background").asBoolean();
    return said || call.header(SignedIn.BACKGROUND).isPresent();
  }
}
