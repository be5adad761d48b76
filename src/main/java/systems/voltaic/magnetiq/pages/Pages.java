package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Page;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.json.Json;

/**
 * What visitors see. Reads the primary: a cache keeps the answers, and a replica might not have the
 * change yet that caused the reading.
 */
public final class Pages {

  private static final JsonNode NONE = Json.tree(List.of());

  private final Db db;
  private final Function<Language, Frame.Site> site;
  private final Clock clock;
  private final PageSql sql = new PageSql();
  private final MenuSql menus = new MenuSql();

  public Pages(Db db, Function<Language, Frame.Site> site, Clock clock) {
    this.db = db;
    this.site = site;
    this.clock = clock;
  }

  /** What is at a path of a language, such as "leistungen" or "" for the home page. */
  public Future<PageAt> at(Caller caller, Language language, String path) {
    Session session = db.primary(caller);
    Instant now = clock.instant();
    return sql.at(session, now, language, path)
        .compose(
            found ->
                found.isPresent()
                    ? shown(session, now, language, found.get())
                    : moved(session, language, path));
  }

  /** When a schedule next changes what visitors see. */
  public Future<Optional<Instant>> nextChange(Caller caller) {
    return sql.nextChange(db.primary(caller), clock.instant());
  }

  /** What surrounds every page of a language. */
  public Future<Frame> frame(Caller caller, Language language) {
    return menus
        .of(db.primary(caller), language)
        .map(found -> new Frame(language, site.apply(language), whole(language, found)));
  }

  /** The published pages of a language and the English ones without translation, newest first. */
  Future<Page<PageSummary>> list(Caller caller, Selection of) {
    Session session = db.primary(caller);
    Instant now = clock.instant();
    return summaries(session, now, of.oneMore())
        .compose(found -> sql.count(session, now, of).map(all -> page(found, of.limit(), all)));
  }

  /** The newest of them, as they are. */
  Future<List<Publication>> newest(Caller caller, Selection of) {
    return sql.newest(db.primary(caller), clock.instant(), of);
  }

  /** What search engines may see, a part of it. */
  Future<List<Publication>> indexed(Caller caller, int from, int limit) {
    return sql.indexed(db.primary(caller), clock.instant(), from, limit);
  }

  Future<Long> indexedCount(Caller caller) {
    return sql.indexedCount(db.primary(caller), clock.instant());
  }

  private static Page<PageSummary> page(List<PageSummary> oneMore, int limit, long total) {
    boolean more = oneMore.size() > limit;
    List<PageSummary> items = more ? oneMore.subList(0, limit) : oneMore;
    return new Page<>(items, more ? Selection.Last.cursor(items.get(limit - 1)) : null, total);
  }

  private Future<PageAt> shown(Session session, Instant now, Language asked, PageSql.Whole whole) {
    Publication page = whole.publication();
    String own = page.paths().get(asked);
    if (page.locale() != asked && own != null) {
      return Future.succeededFuture(new PageAt.Moved(PagePath.href(asked, own)));
    }
    JsonNode blocks = Json.parse(whole.blocks());
    var above = sql.above(session, now, asked, page);
    var lists = lists(session, now, ListBlock.among(blocks, asked));
    var next = sql.nextChange(session, now);
    return Future.all(above, lists, next)
        .map(
            all ->
                new PageAt.Found(
                    page.view(asked, blocks, above.result(), lists.result()), next.result()));
  }

  private Future<Map<String, List<PageSummary>>> lists(
      Session session, Instant now, List<ListBlock> blocks) {
    var lists = new TreeMap<String, List<PageSummary>>();
    Future<Void> all = Future.succeededFuture();
    for (ListBlock block : blocks) {
      all =
          all.compose(done -> summaries(session, now, block.selection()))
              .onSuccess(found -> lists.put(block.key(), found))
              .mapEmpty();
    }
    return all.map(lists);
  }

  private Future<List<PageSummary>> summaries(Session session, Instant now, Selection of) {
    return sql.newest(session, now, of)
        .map(found -> found.stream().map(page -> page.summary(of.language())).toList());
  }

  private Future<PageAt> moved(Session session, Language language, String path) {
    return sql.moved(session, language, path)
        .map(
            to ->
                to.<PageAt>map(there -> new PageAt.Moved(PagePath.href(language, there)))
                    .orElseGet(PageAt.Missing::new));
  }

  /** An installation that nobody gave menus yet has empty ones, and its name as the action. */
  private Map<String, JsonNode> whole(Language language, Map<String, JsonNode> found) {
    var menus = new TreeMap<>(found);
    List.of("main", "footer", "legal").forEach(place -> menus.putIfAbsent(place, NONE));
    menus.computeIfAbsent("action", place -> home(language));
    return menus;
  }

  private JsonNode home(Language language) {
    return Json.tree(
        Map.of("label", site.apply(language).name(), "href", PagePath.href(language, "")));
  }
}
