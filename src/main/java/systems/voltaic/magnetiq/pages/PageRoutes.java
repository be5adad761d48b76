package systems.voltaic.magnetiq.pages;

import io.vertx.core.Future;
import java.util.List;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** What visitors see, over HTTP. */
public final class PageRoutes implements Routes {

  static final int PAGE = 20;

  private final Pages pages;

  public PageRoutes(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void mount(Api api) {
    api.on("getFrame", call -> pages.frame(call.caller(), language(call)).map(Answer::ok))
        .on("listPages", call -> pages.list(call.caller(), selection(call)).map(Answer::ok))
        .on("getPage", this::get);
  }

  private Future<Answer> get(Call call) {
    String address = call.path("address");
    return pages
        .at(call.caller(), language(call), PagePath.ofAddress(address))
        .map(at -> Answer.ok(found(at, address).page()));
  }

  /** What moved or is not there has no representation here. */
  static PageAt.Found found(PageAt at, String address) {
    if (at instanceof PageAt.Found found) {
      return found;
    }
    throw Fault.notFound("page", address);
  }

  private static Selection selection(Call call) {
    return Selection.all(language(call), call.query("limit", PAGE))
        .types(call.query("type").map(List::of))
        .after(call.query("cursor").map(Selection.Last::of));
  }

  private static Language language(Call call) {
    return Language.of(call.path("locale"));
  }
}
