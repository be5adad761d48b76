package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Identities;
import systems.voltaic.magnetiq.http.Routes;
import systems.voltaic.magnetiq.secret.Vault;

/** Who is signed in and what they may do: the parts of this folder, put together. */
public final class Access {

  /** What all of it stands on. */
  public record Ground(
      Vertx vertx,
      Db db,
      Db background,
      Audit audit,
      Vault vault,
      Supplier<UUID> ids,
      SecureRandom random,
      Clock clock) {}

  private static final int PATIENCE = 60;
  private static final long PAUSE = 500;

  private final Vertx vertx;
  private final AccessVersion version;
  private final SigningKeys keys;
  private final AccessTokens tokens;
  private final Sessions sessions;
  private final SignedIn signedIn;
  private final OpenSessions open;
  private final LiveAccess live;
  private final PageVisitors pageVisitors;
  private final RecentProof proof;
  private final List<Routes> routes;

  /**
   * @param off permissions that open nothing here
   * @param origins whose pages may call besides those of the base URL
   * @param tell makes the other instances look
   */
  public Access(
      Ground on,
      Rights rights,
      Set<String> off,
      Supplier<Lifetimes> lifetimes,
      URI baseUrl,
      List<String> origins,
      Alarm alarm,
      Runnable tell) {
    vertx = on.vertx();
    version = new AccessVersion(on.vertx(), on.db(), System::nanoTime, tell);
    keys =
        new SigningKeys(on.vertx(), on.background(), on.vault(), on.random(), on.clock(), version);
    tokens = new AccessTokens(baseUrl.toString(), keys::ring, lifetimes, on.clock());
    var pages = new OwnPages(on.vault(), baseUrl, origins);
    sessions =
        new Sessions(
            rights,
            version,
            tokens,
            pages,
            lifetimes,
            on.audit(),
            on.ids(),
            on.random(),
            on.clock());
    live = new LiveAccess(on.db(), on.background(), version, rights, lifetimes, on.clock());
    signedIn = new SignedIn(tokens, live);
    pageVisitors = new PageVisitors(on.db(), signedIn, live);
    var refreshing =
        new Refreshing(
            on.db(), sessions, pages, alarm, lifetimes, on.audit(), on.random(), on.clock());
    open =
        new OpenSessions(
            on.db(), sessions, refreshing, pages, on.audit(), off, lifetimes, on.clock());
    proof = new RecentProof(on.clock());
    var apiKeys =
        new ApiKeys(on.db(), sessions, proof, on.audit(), on.ids(), on.random(), on.clock());
    routes = List.of(new SessionRoutes(refreshing, open), new KeyRoutes(apiKeys));
  }

  /** Tokens can be made and checked from here on. */
  public Future<Void> start() {
    version.listen(this::reload);
    return firstKey(PATIENCE).compose(ready -> version.start());
  }

  /** A database that is slow to answer is asked again; without a key nobody could sign in. */
  private Future<Void> firstKey(int tries) {
    return keys.start()
        .recover(
            failure ->
                tries > 0 && isAway(failure)
                    ? vertx.timer(PAUSE, TimeUnit.MILLISECONDS).compose(due -> firstKey(tries - 1))
                    : Future.failedFuture(failure));
  }

  private static boolean isAway(Throwable failure) {
    return failure instanceof Fault fault && fault.kind() == Fault.Kind.UNAVAILABLE;
  }

  /** Somebody's rights changed on another instance. */
  public Future<Void> look() {
    return version.look();
  }

  public Identities identities() {
    return signedIn;
  }

  /** What a session may do now; empty when it is over. */
  public Future<Optional<Set<String>>> standing(UUID session) {
    return live.session(session, Instant.EPOCH).map(found -> found.map(Known::permissions));
  }

  /** The same for pages, which browsers ask for without a token. */
  public Identities pageVisitors() {
    return pageVisitors;
  }

  public Sessions sessions() {
    return sessions;
  }

  public SigningKeys keys() {
    return keys;
  }

  /** Who calls, as the person sees itself. */
  public Future<Me> me(Caller caller) {
    return open.me(caller);
  }

  public RecentProof proof() {
    return proof;
  }

  public List<Routes> routes() {
    return routes;
  }

  private void reload() {
    keys.load().onSuccess(loaded -> tokens.forget());
  }
}
