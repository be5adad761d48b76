package systems.voltaic.magnetiq.people.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Session;

/** Live sessions and keys in a bounded memory, for as long as no right has changed anywhere. */
final class LiveAccess {

  private static final Logger LOG = LoggerFactory.getLogger(LiveAccess.class);
  private static final Caller CALLER = Caller.system("access");
  private static final int MOST = 20_000;

  private record Copy(Known known, Instant readAt) {}

  private final Db db;
  private final Db background;
  private final AccessVersion version;
  private final AccessSql sql;
  private final Supplier<Lifetimes> lifetimes;
  private final Clock clock;
  private final Cache<String, Copy> memory =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  LiveAccess(
      Db db,
      Db background,
      AccessVersion version,
      Rights rights,
      Supplier<Lifetimes> lifetimes,
      Clock clock) {
    this.db = db;
    this.background = background;
    this.version = version;
    this.sql = new AccessSql(rights);
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  /**
   * Empty when it ended, ran out, or nobody did anything for too long.
   *
   * @param issuedAt when its token was made: what was read before may lack what made a new one due
   */
  Future<Optional<Known>> session(UUID id, Instant issuedAt) {
    var known = remembered(id.toString(), issuedAt);
    boolean good = known.isPresent() && !isIdle(known.get()) && !known.get().isOver(now());
    return good
        ? Future.succeededFuture(known)
        : lookUp(id.toString(), session -> sql.session(session, id))
            .map(found -> found.filter(one -> !isIdle(one)));
  }

  Future<Optional<Known>> key(byte[] hash) {
    String name = HexFormat.of().formatHex(hash);
    var known = remembered(name, Instant.EPOCH);
    return known.isPresent()
        ? Future.succeededFuture(known.filter(key -> !key.isOver(now())))
        : lookUp(name, session -> sql.key(session, hash));
  }

  /** Somebody did something; it is written once a minute and holds nobody up. */
  void act(Known known) {
    Instant now = now();
    if (!known.act(now)) {
      return;
    }
    var at = now.atOffset(ZoneOffset.UTC);
    boolean session = known.identity().session().isPresent();
    background
        .transaction(
            CALLER,
            tx -> session ? sql.touchSession(tx, known.id(), at) : sql.touchKey(tx, known.id(), at))
        .onFailure(t -> LOG.debug("activity could not be written", t));
  }

  /** Tokens count whole seconds. */
  private Optional<Known> remembered(String name, Instant since) {
    return Optional.ofNullable(memory.getIfPresent(name))
        .filter(copy -> copy.readAt().truncatedTo(ChronoUnit.SECONDS).isAfter(since))
        .map(Copy::known)
        .filter(known -> version.holds(known.version()));
  }

  /** On the primary: a replica may not know yet what was revoked. */
  private Future<Optional<Known>> lookUp(
      String name, Function<Session, Future<Optional<Known>>> read) {
    Instant asked = now();
    return read.apply(db.primary(CALLER))
        .onSuccess(found -> remember(name, found, asked))
        .map(found -> found.filter(one -> !one.isOver(now())));
  }

  private void remember(String name, Optional<Known> found, Instant asked) {
    found.ifPresentOrElse(
        one -> memory.put(name, new Copy(one, asked)), () -> memory.invalidate(name));
  }

  private boolean isIdle(Known known) {
    return known.isIdle(now(), lifetimes.get().mostIdle());
  }

  private Instant now() {
    return clock.instant();
  }
}
