package systems.voltaic.magnetiq.site;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.fault.Fault;

/** What a small site shows, changed by the test that owns it. */
final class Shelves implements Content {

  static final Instant MODIFIED = Instant.parse("2026-05-04T10:00:00Z");

  final Map<String, String> titles = new ConcurrentHashMap<>(Map.of("", "Home", "about", "About"));
  final Map<String, String> moved = new ConcurrentHashMap<>(Map.of("old", "/about"));
  final AtomicInteger reads = new AtomicInteger();
  volatile Fault fault;
  volatile Optional<Instant> validUntil = Optional.empty();

  @Override
  public Future<Found> find(Language language, String path) {
    reads.incrementAndGet();
    if (fault != null) {
      return Future.failedFuture(fault);
    }
    if (moved.containsKey(path)) {
      return Future.succeededFuture(new Moved(moved.get(path)));
    }
    String title = titles.get(path);
    return title == null
        ? Future.failedFuture(Fault.notFound("page", path))
        : Future.succeededFuture(page(title));
  }

  private Page page(String title) {
    Object view = Map.of("title", title, "seo", Map.of("title", title, "description", "</script>"));
    return new Page(view, MODIFIED, validUntil);
  }

  @Override
  public Future<Object> frame(Language language) {
    return fault == null
        ? Future.succeededFuture(Map.of("site", Map.of("name", "Example Works")))
        : Future.failedFuture(fault);
  }
}
