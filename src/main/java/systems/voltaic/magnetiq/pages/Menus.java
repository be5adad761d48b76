package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;

/** What editors do with menus. */
public final class Menus {

  /**
   * One menu of a language.
   *
   * @param version what a change must name; 0 while nobody wrote one
   */
  public record Menu(Language locale, String place, JsonNode items, long version) {}

  private final Db db;
  private final MenuRules rules;
  private final Audit audit;
  private final Runnable changed;
  private final MenuSql sql = new MenuSql();

  public Menus(Db db, MenuRules rules, Audit audit, Runnable changed) {
    this.db = db;
    this.rules = rules;
    this.audit = audit;
    this.changed = changed;
  }

  public Future<Menu> save(
      Caller caller, Language language, String place, JsonNode items, long seen) {
    rules.check(place, items);
    return db.transaction(caller, tx -> save(tx, language, place, items, seen));
  }

  private Future<Menu> save(Tx tx, Language language, String place, JsonNode items, long seen) {
    tx.afterCommit(changed);
    return sql.lock(tx, language, place)
        .map(before -> unchanged(before, seen))
        .compose(
            before ->
                sql.put(tx, language, place, items).compose(after -> audited(tx, before, after)));
  }

  private static Menu unchanged(Menu now, long seen) {
    if (now.version() != seen) {
      throw Fault.stale(seen, now.version());
    }
    return now;
  }

  private Future<Menu> audited(Tx tx, Menu before, Menu after) {
    String subject = "menu:" + after.locale().tag() + "/" + after.place();
    return audit.record(tx, "menu.saved", subject, before.items(), after.items()).map(after);
  }
}
