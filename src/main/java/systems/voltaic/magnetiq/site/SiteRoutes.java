package systems.voltaic.magnetiq.site;

import io.vertx.core.Future;
import java.util.Map;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Routes;

/** What the browser needs to know, over HTTP. */
public final class SiteRoutes implements Routes {

  /** The installation, as everybody may know it. */
  public record Site(
      String name,
      Map<String, String> tagline,
      String contactEmail,
      String version,
      String environment,
      boolean maintenance) {}

  private final Supplier<Site> site;

  public SiteRoutes(Supplier<Site> site) {
    this.site = site;
  }

  @Override
  public void mount(Api api) {
    api.on("getSite", call -> Future.succeededFuture(Answer.ok(site.get())));
  }
}
