package systems.voltaic.magnetiq.site;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.cache.AnswerCache;
import systems.voltaic.magnetiq.http.HttpMetrics;
import systems.voltaic.magnetiq.http.Identities;
import systems.voltaic.magnetiq.http.Mount;
import systems.voltaic.magnetiq.site.render.Renderer;
import systems.voltaic.magnetiq.site.render.Script;

/** The site as visitors see it, once for an instance. */
public final class PublicSite {

  private static final Logger LOG = LoggerFactory.getLogger(PublicSite.class);
  private static final List<String> TAGS = List.of("pages", "settings");
  private static final long LONGEST_SECONDS = 20;

  private final Maintenance maintenance;
  private final PageAnswers pages;
  private final String build;

  public PublicSite(
      Vertx vertx, AnswerCache cache, Renderer renderer, Content content, Maintenance maintenance) {
    this.maintenance = maintenance;
    var document = new Document(Script.resource("document.html"), renderer.script().text());
    var maker = new PageMaker(content, renderer::render, document, maintenance);
    this.build = document.build();
    var busiest = new Busiest();
    this.pages = new PageAnswers(cache, maker, build, TAGS, busiest);
    cache.watch(new Refresher(vertx, pages, busiest, Set.copyOf(TAGS))::changed);
  }

  /** Names what was built: other components, another name. */
  public String build() {
    return build;
  }

  public Mount mount(Identities identities, HttpMetrics metrics) {
    return new PageMount(pages, maintenance, identities, metrics);
  }

  /** Has the home pages ready; one that cannot be made keeps the instance from nothing. */
  public Future<Void> prepare() {
    var homes =
        Arrays.stream(Language.values())
            .map(language -> pages.prepare(Address.home(language)))
            .toList();
    return Future.join(homes)
        .timeout(LONGEST_SECONDS, TimeUnit.SECONDS)
        .onFailure(e -> LOG.warn("there is no home page yet: {}", e.getMessage()))
        .otherwiseEmpty()
        .mapEmpty();
  }

  /** What is needed when something fails is made while nothing does. */
  public Future<Void> prepareForTrouble() {
    Future<Void> made = Future.succeededFuture();
    for (StatusPage page : StatusPage.values()) {
      for (Language language : Language.values()) {
        made = made.transform(before -> pages.prepare(page, language));
      }
    }
    return made;
  }
}
