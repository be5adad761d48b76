package systems.voltaic.magnetiq.pages;

import io.vertx.core.Future;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** What editors do with pages, over HTTP. */
public final class DraftRoutes implements Routes {

  private final Drafts drafts;

  public DraftRoutes(Drafts drafts) {
    this.drafts = drafts;
  }

  @Override
  public void mount(Api api) {
    api.on("getPageDraft", this::get)
        .on("savePageDraft", this::save)
        .on("publishPage", this::publish);
  }

  private Future<Answer> get(Call call) {
    return drafts.get(call.caller(), call.pathId("id"), language(call)).map(DraftRoutes::answer);
  }

  private Future<Answer> save(Call call) {
    return drafts
        .save(
            call.caller(),
            call.pathId("id"),
            language(call),
            call.body(),
            call.ifMatch().orElseThrow())
        .map(DraftRoutes::answer);
  }

  private Future<Answer> publish(Call call) {
    Window window = call.body(Window.Request.class).read();
    return drafts
        .publish(
            call.caller(), call.pathId("id"), language(call), window, call.ifMatch().orElseThrow())
        .map(DraftRoutes::answer);
  }

  private static Language language(Call call) {
    return Language.of(call.path("locale"));
  }

  private static Answer answer(Edition edition) {
    return Answer.ok(edition).version(edition.version());
  }
}
