package systems.voltaic.magnetiq.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.json.Json;

/** Remembers who did what, in the transaction that did it. */
public final class Audit {

  private final Db db;
  private final Supplier<UUID> ids;
  private final Consumer<String> heard;
  private final AuditSql sql = new AuditSql();

  public Audit(Db db, Supplier<UUID> ids) {
    this(db, ids, action -> {});
  }

  /**
   * @param heard is told every action once it is committed
   */
  public Audit(Db db, Supplier<UUID> ids, Consumer<String> heard) {
    this.db = db;
    this.ids = ids;
    this.heard = heard;
  }

  /** Before and after may be null: what was made or unmade. */
  public Future<Void> record(Tx tx, String action, String subject, Object before, Object after) {
    tx.afterCommit(() -> heard.accept(action));
    return sql.insert(
        tx,
        ids.get(),
        action,
        subject,
        Secrets.removed(tree(before)),
        Secrets.removed(tree(after)));
  }

  /** For what is no write of its own, such as an export. */
  public Future<Void> note(Caller caller, String action, String subject, Object what) {
    return db.transaction(caller, tx -> record(tx, action, subject, null, what));
  }

  private static JsonNode tree(Object value) {
    return value == null ? null : Json.tree(value);
  }
}
