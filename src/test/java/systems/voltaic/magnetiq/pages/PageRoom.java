package systems.voltaic.magnetiq.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.http.Contract;
import systems.voltaic.magnetiq.id.Uuid7;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DbConfigs;
import systems.voltaic.magnetiq.testkit.FakeClock;

/** Everything that pages are made of, on a database of its own. */
final class PageRoom implements AutoCloseable {

  static final Caller CALLER = Caller.system("test");
  static final JsonNode CONTRACT = Contract.packaged(1_000_000).root();
  static final DraftRules RULES = new DraftRules(CONTRACT);
  static final MenuRules MENU_RULES = new MenuRules(CONTRACT);

  final FakeClock clock = FakeClock.at("2026-03-01T12:00:00Z");
  final URI url = Databases.fresh();
  final Vertx vertx = Vertx.vertx();
  final PgDb db =
      PgDb.open(
          vertx,
          DbConfigs.to(url, List.of(), 8, 200),
          1,
          RecentWriters.none(),
          new SimpleMeterRegistry());
  final Audit audit = new Audit(db, new Uuid7(clock, new Random()));
  final Pages pages = new Pages(db, PageRoom::site, clock);
  final AtomicInteger changes = new AtomicInteger();
  final List<Object> announced = new CopyOnWriteArrayList<>();
  final Drafts drafts =
      new Drafts(db, RULES, audit, this::announce, clock, changes::incrementAndGet);
  final Menus menus = new Menus(db, MENU_RULES, audit, changes::incrementAndGet);

  static PageRoom seeded() {
    var room = new PageRoom();
    room.seeder().seed("demo-small").await();
    return room;
  }

  Seeder seeder() {
    return new Seeder(vertx, db, audit, RULES, MENU_RULES, changes::incrementAndGet);
  }

  PageAt at(Language language, String path) {
    return pages.at(CALLER, language, path).await();
  }

  PageView page(Language language, String path) {
    assertThat(at(language, path)).isInstanceOf(PageAt.Found.class);
    return ((PageAt.Found) at(language, path)).page();
  }

  /** A page that is seen under the path. */
  Edition published(UUID id, String path) {
    var saved = drafts.save(CALLER, id, Language.EN, draft(path, "Title of " + path), 0).await();
    return drafts.publish(CALLER, id, Language.EN, Window.NOW, saved.version()).await();
  }

  /** The page under another path. */
  Edition moved(Edition from, String path) {
    var draft = draft(path, "Title of " + path);
    var saved = drafts.save(CALLER, from.id(), from.locale(), draft, from.version()).await();
    return drafts.publish(CALLER, from.id(), from.locale(), Window.NOW, saved.version()).await();
  }

  private Future<?> announce(Tx tx, String event, Object payload) {
    announced.add(payload);
    return Future.succeededFuture(event);
  }

  /** What may be saved under the path, with nothing but a line in it. */
  static JsonNode draft(String path, String title) {
    return Json.parse(
        """
        {"type": "page", "path": "%s", "title": "%s", "excerpt": "",
         "blocks": [{"type": "divider", "key": "line"}]}
        """
            .formatted(path, title));
  }

  static Frame.Site site(Language language) {
    return new Frame.Site("Works", "Made up", "a@example.com", "1", "2", "https://works.example");
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
