package systems.voltaic.magnetiq.site;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.cache.Original;
import systems.voltaic.magnetiq.site.Content.Moved;
import systems.voltaic.magnetiq.site.Content.Page;
import systems.voltaic.magnetiq.site.render.Rendered;

/** Makes pages: content, then the components, then the document around both. */
final class PageMaker {

  private final Content content;
  private final Function<String, Future<Rendered>> renderer;
  private final Document document;
  private final Maintenance maintenance;
  private final Map<Language, Object> frames = new ConcurrentHashMap<>();

  PageMaker(
      Content content,
      Function<String, Future<Rendered>> renderer,
      Document document,
      Maintenance maintenance) {
    this.content = content;
    this.renderer = renderer;
    this.document = document;
    this.maintenance = maintenance;
  }

  Future<Original> page(Address address) {
    return make(address, this::rendered);
  }

  /** The same for the browser to render. */
  Future<Original> shell(Address address) {
    return make(address, view -> Future.succeededFuture(document.shell(address.language(), view)));
  }

  Future<Original> status(StatusPage page, Language language) {
    return frame(language)
        .map(frame -> view(page, language, frame))
        .compose(this::rendered)
        .map(body -> original(page, body));
  }

  /** What can be said without asking anybody. */
  Original statusAtOnce(StatusPage page, Language language) {
    Object frame = frames.get(language);
    return original(
        page,
        frame == null
            ? LastResort.page(language)
            : document.shell(language, view(page, language, frame)));
  }

  private Future<Original> make(Address address, Function<View, Future<Buffer>> body) {
    return content
        .find(address.language(), address.path())
        .compose(
            found ->
                found instanceof Page page
                    ? page(address, page, body)
                    : Future.succeededFuture(moved((Moved) found)));
  }

  private Future<Original> page(Address address, Page page, Function<View, Future<Buffer>> body) {
    return frame(address.language())
        .map(frame -> View.page(address.whole(), frame, page.view()))
        .compose(body)
        .map(bytes -> original(page, bytes));
  }

  private Future<Buffer> rendered(View view) {
    String json = view.json();
    return renderer.apply(json).map(page -> document.page(page, json));
  }

  private Future<Object> frame(Language language) {
    return content.frame(language).onSuccess(frame -> frames.put(language, frame));
  }

  private View view(StatusPage page, Language language, Object frame) {
    String message = page == StatusPage.MAINTENANCE ? maintenance.message().apply(language) : null;
    return View.of(page, Address.home(language).whole(), frame, message);
  }

  private static Original original(Page page, Buffer body) {
    Original made = html(body).modified(page.modified());
    return page.validUntil().map(made::validUntil).orElse(made);
  }

  private static Original original(StatusPage page, Buffer body) {
    Original made = html(body).withStatus(page.status());
    return page.status() == 503 ? made.with("retry-after", "60") : made;
  }

  private static Original moved(Moved moved) {
    return html(Buffer.buffer()).withStatus(301).with("location", moved.location());
  }

  private static Original html(Buffer body) {
    return Original.html(body).with("content-security-policy", PagePolicies.CONTENT_SECURITY);
  }
}
