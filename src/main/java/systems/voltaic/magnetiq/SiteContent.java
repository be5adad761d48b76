package systems.voltaic.magnetiq;

import io.vertx.core.Future;
import java.time.Clock;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.pages.PageAt;
import systems.voltaic.magnetiq.pages.Pages;
import systems.voltaic.magnetiq.site.Content;

/** The site shows the pages; a page is as new as its frame, which nobody dates. */
record SiteContent(Pages pages, Clock clock) implements Content {

  private static final Caller CALLER = Caller.system("site");

  @Override
  public Future<Found> find(Language language, String path) {
    return pages.at(CALLER, language, path).map(at -> found(at, path));
  }

  @Override
  public Future<Object> frame(Language language) {
    return pages.frame(CALLER, language).map(frame -> frame);
  }

  private Found found(PageAt at, String path) {
    if (at instanceof PageAt.Found found) {
      return new Page(found.page(), clock.instant(), found.validUntil());
    }
    if (at instanceof PageAt.Moved moved) {
      return new Moved(moved.to());
    }
    throw Fault.notFound("page", path);
  }
}
