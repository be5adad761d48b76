package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Call;

/** Opens and ends sessions; whoever changes what somebody may do says so here. */
public final class Sessions {

  private static final Duration KEPT = Duration.ofDays(30);

  private final SessionSql sql = new SessionSql();
  private final MeSql people = new MeSql();
  private final AccessSql access;
  private final AccessVersion version;
  private final AccessTokens tokens;
  private final OwnPages pages;
  private final Supplier<Lifetimes> lifetimes;
  private final Audit audit;
  private final Supplier<UUID> ids;
  private final SecureRandom random;
  private final Clock clock;

  Sessions(
      Rights rights,
      AccessVersion version,
      AccessTokens tokens,
      OwnPages pages,
      Supplier<Lifetimes> lifetimes,
      Audit audit,
      Supplier<UUID> ids,
      SecureRandom random,
      Clock clock) {
    this.access = new AccessSql(rights);
    this.version = version;
    this.tokens = tokens;
    this.pages = pages;
    this.lifetimes = lifetimes;
    this.audit = audit;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /** For a person who proved by these methods who it is; see {@link Factors}. */
  public Future<Opened> open(Tx tx, UUID person, Set<String> methods, Call call) {
    Instant now = clock.instant();
    Instant end = now.plus(lifetimes.get().refresh());
    var cookie = SessionCookie.make(ids.get(), random);
    var fresh =
        new SessionSql.Held(
            cookie.session(),
            person,
            true,
            cookie.hash(),
            Optional.empty(),
            now,
            methods,
            now,
            end,
            false);
    var envelope = call.envelope();
    var noted = Map.of("session", cookie.session(), "methods", new TreeSet<>(methods));
    return sql.insert(tx, fresh, envelope.client(), envelope.agent())
        .compose(added -> audit.record(tx, "session.opened", "person:" + person, null, noted))
        .map(done -> opened(cookie, person, Duration.between(now, end)));
  }

  /** Answers how many there were; the one to spare goes on. */
  public Future<Integer> endAll(Tx tx, UUID person, String why, Optional<UUID> except) {
    return sql.endAll(tx, person, clock.instant(), why, except)
        .compose(ended -> rightsChanged(tx).map(ended));
  }

  /** Those of everybody who has the role; the one to spare goes on. */
  public Future<Void> endAllOfRole(Tx tx, UUID role, String why, Optional<UUID> except) {
    return sql.endAllOfRole(tx, role, clock.instant(), why, except)
        .compose(ended -> rightsChanged(tx));
  }

  public Future<Void> end(Tx tx, UUID session, String why) {
    return sql.end(tx, session, clock.instant(), why)
        .compose(ended -> ended == 0 ? Future.succeededFuture() : rightsChanged(tx));
  }

  /** Every instance looks again at what somebody may do: at once, without Redis within a second. */
  public Future<Void> rightsChanged(Tx tx) {
    return version.move(tx);
  }

  /** The person proved again who it is: with a first second factor the session rises by that. */
  public Future<Answer> proved(Tx tx, UUID session, Set<String> methods, Call call) {
    return live(tx, session)
        .compose(
            held ->
                Factors.hasSecond(methods) && !Factors.hasSecond(held.methods())
                    ? risen(tx, held, methods, call)
                    : renewed(tx, held, methods));
  }

  private Future<Answer> risen(Tx tx, SessionSql.Held held, Set<String> methods, Call call) {
    return replaced(tx, held, methods, call)
        .compose(opened -> signIn(tx, opened).map(opened::answer));
  }

  /** A new access token; the session goes on with the cookie it has. */
  private Future<Answer> renewed(Tx tx, SessionSql.Held held, Set<String> methods) {
    return sql.prove(tx, held.id(), clock.instant(), methods)
        .compose(proved -> rightsChanged(tx))
        .compose(told -> signIn(tx, opened(held.id(), held.person(), null)))
        .map(signIn -> Answer.ok(signIn).secret());
  }

  /** A session of a new name in place of one that rose in rights. */
  public Future<Opened> raise(Tx tx, UUID session, Set<String> methods, Call call) {
    return live(tx, session).compose(held -> replaced(tx, held, methods, call));
  }

  /** Whether it was opened with more than a password; refused when it has ended. */
  public Future<Boolean> hasSecond(Tx tx, UUID session) {
    return live(tx, session).map(held -> Factors.hasSecond(held.methods()));
  }

  /** It may have ended since the call came in. */
  private Future<SessionSql.Held> live(Tx tx, UUID session) {
    return sql.hold(tx, session)
        .map(found -> found.filter(held -> !held.ended()).orElseThrow(SignedIn::ended));
  }

  /** What whoever signed in is told, with who it is. */
  public Future<SignIn> signIn(Tx tx, Opened opened) {
    return access
        .session(tx, opened.session())
        .map(found -> found.orElseThrow(SignedIn::ended))
        .compose(known -> me(tx, known).map(me -> SignIn.of(opened, me, known.isEnrolling())));
  }

  /** Forgets what ended a month ago; true while there is more. */
  public Future<Boolean> purge(Tx tx) {
    return sql.purge(tx, clock.instant().minus(KEPT)).map(deleted -> deleted == 1000);
  }

  Opened opened(SessionCookie cookie, UUID person, Duration life) {
    return opened(cookie.session(), person, cookie.header(life));
  }

  private Opened opened(UUID session, UUID person, String cookie) {
    return new Opened(
        session,
        person,
        tokens.issue(person, session),
        tokens.seconds(),
        cookie,
        pages.proof(session),
        lifetimes.get().idleMinutes());
  }

  private Future<Opened> replaced(Tx tx, SessionSql.Held held, Set<String> methods, Call call) {
    var all = new TreeSet<>(held.methods());
    all.addAll(methods);
    return end(tx, held.id(), "replaced").compose(ended -> open(tx, held.person(), all, call));
  }

  private Future<Me> me(Tx tx, Known known) {
    return people
        .read(tx, known.identity(), known.permissions(), lifetimes.get().idleMinutes())
        .map(found -> found.orElseThrow(SignedIn::ended));
  }
}
