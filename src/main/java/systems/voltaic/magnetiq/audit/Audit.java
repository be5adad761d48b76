package systems.voltaic.magnetiq.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.json.Json;

/** Remembers who did what, in the transaction that did it. */
public final class Audit {

  private final Db db;
  private final Supplier<UUID> ids;
  private final BiConsumer<String, String> done;
  private final AuditSql sql = new AuditSql();

  /**
   * @param done hears action and subject of every change that was committed
   */
  public Audit(Db db, Supplier<UUID> ids, BiConsumer<String, String> done) {
    this.db = db;
    this.ids = ids;
    this.done = done;
  }

  /** For whom nobody listens to. */
  public Audit(Db db, Supplier<UUID> ids) {
    this(db, ids, (action, subject) -> {});
  }

  /** Before and after may be null: what was made or unmade. */
  public Future<Void> record(Tx tx, String action, String subject, Object before, Object after) {
    tx.afterCommit(() -> done.accept(action, subject));
    return insert(tx, tx.caller(), action, subject, before, after);
  }

  private Future<Void> insert(
      Session session, Caller who, String action, String subject, Object before, Object after) {
    return sql.insert(
        session,
        who,
        ids.get(),
        action,
        subject,
        Secrets.removed(tree(before)),
        Secrets.removed(tree(after)));
  }

  /** For what changed nothing, such as an export or a refusal: nobody is told. */
  public Future<Void> note(Caller caller, String action, String subject, Object what) {
    return db.autocommit(caller, to -> insert(to, caller, action, subject, null, what));
  }

  private static JsonNode tree(Object value) {
    return value == null ? null : Json.tree(value);
  }
}
