package systems.voltaic.magnetiq.pages;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;

/** Puts the demo into an installation that never had a page, once. */
public final class Seeder {

  private static final Logger LOG = LoggerFactory.getLogger(Seeder.class);
  private static final Caller CALLER = Caller.system("seed");

  private final Vertx vertx;
  private final Db db;
  private final Audit audit;
  private final DraftRules rules;
  private final MenuRules menuRules;
  private final Runnable changed;
  private final SeedSql sql = new SeedSql();

  public Seeder(
      Vertx vertx, Db db, Audit audit, DraftRules rules, MenuRules menuRules, Runnable changed) {
    this.vertx = vertx;
    this.db = db;
    this.audit = audit;
    this.rules = rules;
    this.menuRules = menuRules;
    this.changed = changed;
  }

  /** From a folder of the program; looks first, so that every later start costs one short read. */
  public Future<Void> seed(String folder) {
    return sql.done(db.primary(CALLER))
        .compose(done -> done ? Future.succeededFuture() : read(folder).compose(this::insert));
  }

  private Future<Demo> read(String folder) {
    return vertx.executeBlocking(() -> Demo.of(DemoFiles.in(folder), rules, menuRules, CALLER));
  }

  private Future<Void> insert(Demo demo) {
    return demo.isEmpty()
        ? Future.succeededFuture()
        : db.transaction(CALLER, tx -> sql.lock(tx).compose(alone -> insertOnce(tx, demo)));
  }

  private Future<Void> insertOnce(Tx tx, Demo demo) {
    return sql.done(tx)
        .compose(
            done -> done ? Future.succeededFuture() : sql.mark(tx).compose(m -> fill(tx, demo)));
  }

  /** Who has pages without the demo wants none. */
  private Future<Void> fill(Tx tx, Demo demo) {
    return sql.hasPages(tx).compose(some -> some ? Future.succeededFuture() : insertAll(tx, demo));
  }

  private Future<Void> insertAll(Tx tx, Demo demo) {
    var what = Map.of("pages", demo.pages().size(), "translations", demo.words().size());
    tx.afterCommit(changed);
    tx.afterCommit(() -> LOG.info("the demo was put in: {} pages", demo.pages().size()));
    return sql.insert(tx, demo)
        .compose(done -> audit.record(tx, "pages.seeded", "pages", null, what));
  }
}
