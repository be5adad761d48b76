package systems.voltaic.magnetiq;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.cache.Original;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.settings.LiveSettings;
import systems.voltaic.magnetiq.site.Content;

/** A site of one page in two languages. */
record HomeOnly(LiveSettings live, String baseUrl, Instant since) implements Content {

  @Override
  public Future<Found> find(Language language, String path) {
    return path.isEmpty()
        ? live.look().otherwiseEmpty().map(seen -> home(language))
        : Future.failedFuture(Fault.notFound("page", path));
  }

  @Override
  public Future<Object> frame(Language language) {
    return live.look().otherwiseEmpty().map(seen -> around(language));
  }

  @Override
  public Map<String, Supplier<Future<Original>>> documents() {
    return Map.of();
  }

  private Object around(Language language) {
    return Map.of(
        "locale",
        language,
        "site",
        Map.of(
            "name",
            live.text("company.name"),
            "tagline",
            live.text("company.tagline", language),
            "contactEmail",
            live.text("company.contactEmail"),
            "baseUrl",
            baseUrl),
        "menus",
        Map.of("main", List.of(), "footer", List.of(), "legal", List.of()));
  }

  private Page home(Language language) {
    String title = live.text("company.name");
    String tagline = live.text("company.tagline", language);
    Object view =
        Map.of(
            "locale",
            language,
            "title",
            title,
            "excerpt",
            tagline,
            "seo",
            Map.of("title", title, "description", tagline, "noindex", false));
    return new Page(view, since, Optional.empty());
  }
}
