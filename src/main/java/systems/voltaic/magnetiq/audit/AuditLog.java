package systems.voltaic.magnetiq.audit;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Page;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.fault.Fault;

/** The audit as those see it who read it. */
public final class AuditLog {

  private final Db db;
  private final Audit audit;
  private final Naming names;
  private final AuditSql sql = new AuditSql();

  public AuditLog(Db db, Audit audit, Naming names) {
    this.db = db;
    this.audit = audit;
    this.names = names;
  }

  Future<Page<Entry>> list(Caller caller, Filter filter, Paging paging) {
    Session session = db.reads(caller);
    return sql.list(session, filter, paging.after(), paging.rows())
        .compose(entries -> named(caller, entries))
        .compose(
            entries -> sql.count(session, filter).map(all -> paging.page(entries, all, Entry::id)));
  }

  Future<Entry> byId(Caller caller, UUID id) {
    return sql.byId(db.reads(caller), id)
        .map(found -> found.orElseThrow(() -> Fault.notFound("audit entry", id)))
        .compose(entry -> named(caller, List.of(entry)))
        .map(one -> one.get(0));
  }

  /** Newest first, after an entry or from the beginning; an empty list is the end. */
  Future<List<Entry>> some(Caller caller, Filter filter, Optional<UUID> after, int most) {
    return sql.list(db.reads(caller), filter, after, most)
        .compose(entries -> named(caller, entries));
  }

  /** Who took a copy of what is written down before the first byte leaves. */
  Future<Void> noteExport(Caller caller, Filter filter) {
    return audit.note(caller, "audit.exported", "audit", filter.noted());
  }

  private Future<List<Entry>> named(Caller caller, List<Entry> entries) {
    Set<String> things =
        entries.stream()
            .flatMap(entry -> Stream.of(entry.actor(), entry.subject()))
            .collect(Collectors.toSet());
    return things.isEmpty()
        ? Future.succeededFuture(entries)
        : names.of(caller, things).map(known -> named(entries, known));
  }

  private static List<Entry> named(List<Entry> entries, Map<String, String> known) {
    return entries.stream().map(entry -> entry.named(known)).toList();
  }
}
