package systems.voltaic.magnetiq.pages;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.cache.FinishedAnswers;
import systems.voltaic.magnetiq.cache.Original;
import systems.voltaic.magnetiq.cache.Policy;
import systems.voltaic.magnetiq.cache.PublicAnswer;
import systems.voltaic.magnetiq.json.Json;

/** The same as {@link PageRoutes}, finished once for everybody. */
public record PublicPages(Pages pages) {

  /** What changes a page changes what other pages list, so they share one tag. */
  public static final String TAG = "pages";

  private static final Caller CALLER = Caller.system("pages");
  private static final Policy POLICY = Policy.of(Duration.ofMinutes(1));

  public void register(FinishedAnswers answers, String settingsTag) {
    List<String> tags = List.of(settingsTag, TAG);
    for (Language language : Language.values()) {
      String of = "/" + language.tag();
      answers
          .on("/api/v1/frame" + of, POLICY, tags, values -> frame(language))
          .on("/api/v1/pages" + of, POLICY, tags, values -> list(language))
          .on(
              new PublicAnswer(
                  "/api/v1/pages" + of + "/{address}",
                  POLICY,
                  values -> tags,
                  values -> page(language, values.get(0)),
                  values -> PagePath.isAddress(values.get(0))));
    }
  }

  private Future<Original> frame(Language language) {
    return pages.frame(CALLER, language).map(frame -> Original.json(Json.write(frame)));
  }

  private Future<Original> list(Language language) {
    return pages
        .nextChange(CALLER)
        .compose(
            next ->
                pages
                    .list(CALLER, Selection.all(language, PageRoutes.PAGE))
                    .map(newest -> until(next, Original.json(Json.write(newest)))));
  }

  private Future<Original> page(Language language, String address) {
    return pages
        .at(CALLER, language, PagePath.ofAddress(address))
        .map(at -> original(PageRoutes.found(at, address)));
  }

  private static Original original(PageAt.Found found) {
    var json = Original.json(Json.write(found.page())).modified(found.page().updatedAt());
    return until(found.validUntil(), json);
  }

  static Original until(Optional<Instant> next, Original original) {
    return next.map(original::validUntil).orElse(original);
  }
}
