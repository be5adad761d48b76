package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.people.session.SessionSql.Held;

/**
 * Trades the secret of a session for the next one. The one before is good for a moment more, for
 * whom no answer reached; whoever comes with an older one may be a thief, and the session ends.
 */
final class Refreshing {

  static final Duration GRACE = Duration.ofSeconds(30);

  private final Db db;
  private final Sessions sessions;
  private final OwnPages pages;
  private final Alarm alarm;
  private final Supplier<Lifetimes> lifetimes;
  private final Audit audit;
  private final SecureRandom random;
  private final Clock clock;
  private final SessionSql sql = new SessionSql();

  Refreshing(
      Db db,
      Sessions sessions,
      OwnPages pages,
      Alarm alarm,
      Supplier<Lifetimes> lifetimes,
      Audit audit,
      SecureRandom random,
      Clock clock) {
    this.db = db;
    this.sessions = sessions;
    this.pages = pages;
    this.alarm = alarm;
    this.lifetimes = lifetimes;
    this.audit = audit;
    this.random = random;
    this.clock = clock;
  }

  Future<Answer> refresh(Call call, boolean background) {
    SessionCookie cookie = cookie(call).orElseThrow(SignedIn::ended);
    pages.require(call.envelope(), cookie.session());
    return db.transaction(call.caller(), tx -> turn(tx, cookie, background))
        .map(answer -> answer.orElseThrow(SignedIn::ended));
  }

  /** Ends what the cookie stands for, if it does. */
  Future<Void> forget(Tx tx, SessionCookie cookie) {
    return sql.hold(tx, cookie.session())
        .compose(
            found ->
                found.filter(held -> isCurrent(held, cookie) || isEarlier(held, cookie)).isPresent()
                    ? sessions.end(tx, cookie.session(), "logout")
                    : Future.succeededFuture());
  }

  static Optional<SessionCookie> cookie(Call call) {
    return call.cookie(SessionCookie.NAME).flatMap(SessionCookie::parse);
  }

  /** Empty when the session is over: that is to be committed, so it is no failure here. */
  private Future<Optional<Answer>> turn(Tx tx, SessionCookie cookie, boolean background) {
    return sql.hold(tx, cookie.session())
        .compose(
            found ->
                found.filter(this::isLive).isPresent()
                    ? turn(tx, found.get(), cookie, background)
                    : Future.succeededFuture(Optional.empty()));
  }

  private Future<Optional<Answer>> turn(
      Tx tx, Held held, SessionCookie cookie, boolean background) {
    var next = SessionCookie.make(held.id(), random);
    if (isCurrent(held, cookie)) {
      return sql.rotate(tx, held.id(), next.hash(), clock.instant())
          .compose(turned -> answer(tx, held, next, background));
    }
    if (isEarlier(held, cookie) && isInGrace(held)) {
      return sql.replace(tx, held.id(), next.hash())
          .compose(replaced -> answer(tx, held, next, background));
    }
    return reused(tx, held);
  }

  private Future<Optional<Answer>> answer(
      Tx tx, Held held, SessionCookie next, boolean background) {
    Instant now = clock.instant();
    var opened = sessions.opened(next, held.person(), Duration.between(now, held.expiresAt()));
    Future<Void> noted = background ? Future.succeededFuture() : sql.active(tx, held.id(), now);
    return noted
        .compose(done -> sessions.signIn(tx, opened))
        .map(signIn -> Optional.of(opened.answer(signIn)));
  }

  private Future<Optional<Answer>> reused(Tx tx, Held held) {
    return sessions
        .end(tx, held.id(), "reuse")
        .compose(ended -> audit.record(tx, "session.reused", "person:" + held.person(), null, null))
        .compose(noted -> alarm.reused(tx, held.person()))
        .map(told -> Optional.empty());
  }

  private boolean isLive(Held held) {
    Instant now = clock.instant();
    boolean busy = now.isBefore(held.activeAt().plus(lifetimes.get().mostIdle()));
    return !held.ended() && held.active() && busy && now.isBefore(held.expiresAt());
  }

  private boolean isInGrace(Held held) {
    return clock.instant().isBefore(held.rotatedAt().plus(GRACE));
  }

  private static boolean isCurrent(Held held, SessionCookie cookie) {
    return isSame(held.refresh(), cookie);
  }

  private static boolean isEarlier(Held held, SessionCookie cookie) {
    return held.earlier().filter(old -> isSame(old, cookie)).isPresent();
  }

  private static boolean isSame(Buffer hash, SessionCookie cookie) {
    return MessageDigest.isEqual(hash.getBytes(), cookie.hash().getBytes());
  }
}
