package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Identity;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Page;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Call;

/** What somebody sees and ends of sessions: its own, and with the permission those of others. */
final class OpenSessions {

  private static final int MOST = 100;

  private final Db db;
  private final Sessions sessions;
  private final Refreshing refreshing;
  private final OwnPages pages;
  private final Audit audit;
  private final Set<String> off;
  private final Supplier<Lifetimes> lifetimes;
  private final Clock clock;
  private final MeSql people = new MeSql();
  private final OpenSessionSql sql = new OpenSessionSql();

  OpenSessions(
      Db db,
      Sessions sessions,
      Refreshing refreshing,
      OwnPages pages,
      Audit audit,
      Set<String> off,
      Supplier<Lifetimes> lifetimes,
      Clock clock) {
    this.db = db;
    this.sessions = sessions;
    this.refreshing = refreshing;
    this.pages = pages;
    this.audit = audit;
    this.off = off;
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  /** With what the caller may do; what is switched off here is not offered. */
  Future<Me> me(Caller caller) {
    var permissions = new TreeSet<>(caller.permissions());
    permissions.removeAll(off);
    return people
        .read(db.reads(caller), who(caller), permissions, lifetimes.get().idleMinutes())
        .map(found -> found.orElseThrow(SignedIn::ended));
  }

  /** By the token, by the cookie, or by both; who has neither is signed out already. */
  Future<Void> logout(Call call) {
    Optional<UUID> current = call.caller().person().flatMap(Identity::session);
    Optional<SessionCookie> cookie = Refreshing.cookie(call);
    if (current.isEmpty() && cookie.isEmpty()) {
      return Future.succeededFuture();
    }
    if (current.isEmpty()) {
      pages.require(call.envelope(), cookie.get().session());
    }
    return db.transaction(call.caller(), tx -> logout(tx, current, cookie));
  }

  Future<List<OpenSession>> mine(Caller caller) {
    var person = Optional.of(who(caller).person());
    return sql.list(db.primary(caller), person, now(), idleSince(), Paging.of(MOST, none()))
        .map(all -> all.stream().map(one -> one.seenFrom(current(caller)).own()).toList());
  }

  Future<Void> endMine(Caller caller, UUID id) {
    UUID me = who(caller).person();
    return db.transaction(
        caller,
        tx -> owner(tx, id).compose(owner -> end(tx, id, owner.person().equals(me), owner)));
  }

  /** All but the one that asks. */
  Future<Integer> endMyOthers(Caller caller) {
    var who = who(caller);
    return db.transaction(
        caller,
        tx ->
            sessions
                .endAll(tx, who.person(), "person", who.session())
                .compose(ended -> notedAll(tx, who.person(), ended)));
  }

  Future<Page<OpenSession>> all(Caller caller, Optional<UUID> person, Paging paging) {
    var session = db.primary(caller);
    Instant now = now();
    return sql.list(session, person, now, idleSince(), paging)
        .map(all -> all.stream().map(one -> one.seenFrom(current(caller))).toList())
        .compose(
            all ->
                sql.count(session, person, now, idleSince())
                    .map(total -> paging.page(all, total, OpenSession::id)));
  }

  /** Nobody's of an equal or higher rank, but one's own. */
  Future<Void> end(Caller caller, UUID id) {
    Identity who = who(caller);
    return db.transaction(
        caller,
        tx ->
            owner(tx, id)
                .compose(
                    owner -> {
                      refuseEqual(who, owner);
                      return end(tx, id, true, owner);
                    }));
  }

  private static void refuseEqual(Identity who, OpenSessionSql.Owner owner) {
    if (!owner.person().equals(who.person()) && owner.rank() >= who.rank()) {
      throw Fault.of(
          Fault.Kind.FORBIDDEN, "rank", "nobody manages somebody of an equal or higher role");
    }
  }

  private Future<Void> end(Tx tx, UUID id, boolean mayEnd, OpenSessionSql.Owner owner) {
    if (!mayEnd) {
      throw Fault.notFound("session", id);
    }
    return sessions.end(tx, id, "person").compose(ended -> noted(tx, id, owner.person()));
  }

  private Future<Void> noted(Tx tx, UUID session, UUID person) {
    var of = Map.of("session", session);
    return audit.record(tx, "session.ended", "person:" + person, of, null);
  }

  private Future<Integer> notedAll(Tx tx, UUID person, int ended) {
    var what = Map.of("ended", ended);
    return audit.record(tx, "sessions.ended", "person:" + person, null, what).map(ended);
  }

  private Future<OpenSessionSql.Owner> owner(Tx tx, UUID id) {
    return sql.owner(tx, id).map(found -> found.orElseThrow(() -> Fault.notFound("session", id)));
  }

  private Future<Void> logout(Tx tx, Optional<UUID> current, Optional<SessionCookie> cookie) {
    if (current.isEmpty()) {
      return refreshing.forget(tx, cookie.orElseThrow());
    }
    return sessions
        .end(tx, current.get(), "logout")
        .compose(ended -> noted(tx, current.get(), tx.caller().person().orElseThrow().person()));
  }

  private static UUID current(Caller caller) {
    return caller.person().flatMap(Identity::session).orElse(null);
  }

  static Identity who(Caller caller) {
    return caller.person().orElseThrow(SignedIn::ended);
  }

  private Instant now() {
    return clock.instant();
  }

  private Instant idleSince() {
    return now().minus(lifetimes.get().mostIdle());
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
