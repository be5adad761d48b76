package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;

/** What editors do with pages. */
public final class Drafts {

  static final String PUBLISHED = "page.published";

  /** Tells partners what happened, if and only if the transaction commits. */
  @FunctionalInterface
  public interface Announcement {
    Future<?> of(Tx tx, String event, Object payload);
  }

  /** What partners learn of a published page. */
  record Published(UUID id, Language locale, String type, String path, String title, Instant at) {}

  private final Db db;
  private final DraftRules rules;
  private final Audit audit;
  private final Announcement announcement;
  private final Clock clock;
  private final Runnable changed;
  private final DraftSql sql = new DraftSql();
  private final RedirectSql redirects = new RedirectSql();

  /**
   * Works on the tables that {@link Pages} reads.
   *
   * @param changed told after a commit that changes what visitors see
   */
  public Drafts(
      Db db,
      DraftRules rules,
      Audit audit,
      Announcement announcement,
      Clock clock,
      Runnable changed) {
    this.db = db;
    this.rules = rules;
    this.audit = audit;
    this.announcement = announcement;
    this.clock = clock;
    this.changed = changed;
  }

  public Future<Edition> get(Caller caller, UUID id, Language language) {
    return sql.byId(db.reads(caller), id, language).map(edition -> edition.at(clock.instant()));
  }

  /** Keeps what was written; version 0 begins a page or a language of it. */
  public Future<Edition> save(
      Caller caller, UUID id, Language language, JsonNode written, long seen) {
    PageDraft draft = rules.checked(caller, written);
    return db.transaction(
        caller,
        tx ->
            sql.lock(tx, id, language)
                .compose(before -> save(tx, id, language, draft, before, seen)));
  }

  private Future<Edition> save(
      Tx tx, UUID id, Language language, PageDraft draft, Optional<Edition> before, long seen) {
    long current = before.map(Edition::version).orElse(0L);
    if (current != seen) {
      throw current == 0 ? Fault.notFound("page", id) : Fault.stale(seen, current);
    }
    Future<?> kept =
        before.isPresent() ? revise(tx, before.get(), draft) : begin(tx, id, language, draft);
    return kept.compose(done -> sql.byId(tx, id, language))
        .map(after -> after.at(clock.instant()))
        .compose(after -> audited(tx, "page.saved", before.orElse(null), after));
  }

  private Future<?> begin(Tx tx, UUID id, Language language, PageDraft draft) {
    return sql.pageExists(tx, id)
        .compose(
            exists ->
                exists.isPresent() ? notDeleted(id, exists.get()) : make(tx, id, language, draft))
        .compose(there -> sql.release(tx, id, language, draft.path(), clock.instant()))
        .compose(free -> sql.insert(tx, id, language, draft))
        .compose(made -> sql.putRevision(tx, id, language, 1, draft));
  }

  private Future<Void> make(Tx tx, UUID id, Language language, PageDraft draft) {
    if (language != Language.EN) {
      throw Fault.rule("page-english-first", "a page begins with its English words");
    }
    if (draft.type() == null) {
      throw Fault.rule("page-type-missing", "a page that does not exist yet needs a type");
    }
    return sql.insertPage(tx, id, draft.type());
  }

  private static Future<Void> notDeleted(UUID id, boolean there) {
    return there ? Future.succeededFuture() : Future.failedFuture(Fault.notFound("page", id));
  }

  private Future<?> revise(Tx tx, Edition before, PageDraft draft) {
    UUID id = before.id();
    Language language = before.locale();
    Future<Integer> number =
        before.isDraftKept()
            ? sql.nextNumber(tx, id, language)
            : Future.succeededFuture(before.draftRevision());
    return sql.release(tx, id, language, draft.path(), clock.instant())
        .compose(over -> sql.requireFree(tx, id, language, draft.path()))
        .compose(free -> number)
        .compose(next -> sql.putRevision(tx, id, language, next, draft).map(next))
        .compose(next -> sql.point(tx, id, language, next))
        .compose(
            done -> before.wasPublished() ? Future.succeededFuture() : sql.show(tx, id, language));
  }

  /** Shows the draft to visitors, now or from a moment on. */
  public Future<Edition> publish(
      Caller caller, UUID id, Language language, Window window, long seen) {
    return db.transaction(
        caller,
        tx ->
            redirects
                .lock(tx)
                .compose(alone -> sql.lock(tx, id, language))
                .map(found -> required(found, id, seen))
                .compose(before -> publish(tx, before, window)));
  }

  private Edition required(Optional<Edition> found, UUID id, long seen) {
    Edition now = found.orElseThrow(() -> Fault.notFound("page", id)).at(clock.instant());
    if (now.version() != seen) {
      throw Fault.stale(seen, now.version());
    }
    return now;
  }

  private Future<Edition> publish(Tx tx, Edition before, Window window) {
    Instant now = clock.instant();
    Window settled = window.settled(before, now);
    UUID id = before.id();
    Language language = before.locale();
    tx.afterCommit(changed);
    return sql.release(tx, id, language, before.draft().path(), now)
        .compose(free -> sql.publish(tx, id, language, settled, now))
        .compose(done -> sql.show(tx, id, language))
        .compose(shown -> leaveRedirect(tx, before, settled.from().isAfter(now)))
        .compose(done -> sql.byId(tx, id, language))
        .map(after -> after.at(now))
        .compose(after -> announced(tx, after))
        .compose(after -> audited(tx, PUBLISHED, before, after));
  }

  private Future<Void> leaveRedirect(Tx tx, Edition before, boolean later) {
    String path = before.draft().path();
    if (before.wasPublished() && !before.path().equals(path)) {
      return redirects.put(tx, before.locale(), before.path(), path);
    }
    return later ? Future.succeededFuture() : redirects.forget(tx, before.locale(), path);
  }

  private Future<Edition> announced(Tx tx, Edition after) {
    var payload =
        new Published(
            after.id(),
            after.locale(),
            after.type(),
            PagePath.href(after.locale(), after.path()),
            after.draft().title(),
            after.publishAt());
    return announcement.of(tx, PUBLISHED, payload).map(after);
  }

  private Future<Edition> audited(Tx tx, String action, Edition before, Edition after) {
    String subject = "page:" + after.id() + "/" + after.locale().tag();
    return audit
        .record(tx, action, subject, before == null ? null : before.trace(), after.trace())
        .map(after);
  }
}
