package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;

/**
 * Counts whenever somebody gains or loses a right. Every instance looks four times a second, and at
 * once when another says so; what it remembers is good for the version it last saw.
 */
final class AccessVersion {

  private static final Logger LOG = LoggerFactory.getLogger(AccessVersion.class);
  private static final Caller CALLER = Caller.system("access");
  private static final long PERIOD = 250;
  private static final long FRESH = Duration.ofMillis(900).toNanos();
  private static final long NONE = -1;

  private record Seen(long version, long nanos) {}

  private final Vertx vertx;
  private final Db db;
  private final LongSupplier nanos;
  private final Runnable tell;
  private final List<Runnable> listeners = new ArrayList<>();
  private final AtomicReference<Seen> seen;

  /**
   * @param tell makes the other instances look
   */
  AccessVersion(Vertx vertx, Db db, LongSupplier nanos, Runnable tell) {
    this.vertx = vertx;
    this.db = db;
    this.nanos = nanos;
    this.tell = tell;
    this.seen = new AtomicReference<>(new Seen(NONE, nanos.getAsLong() - FRESH - 1));
  }

  /** Hears of every new version; before the start only. */
  void listen(Runnable listener) {
    listeners.add(listener);
  }

  Future<Void> start() {
    return look().otherwiseEmpty().onComplete(done -> vertx.setPeriodic(PERIOD, id -> look()));
  }

  /** What an answer tells is true of the moment it was asked for, not of when it came. */
  Future<Void> look() {
    long asked = nanos.getAsLong();
    return AccessSql.version(db.primary(CALLER))
        .onSuccess(version -> take(version, asked))
        .onFailure(t -> LOG.debug("the version of rights could not be read", t))
        .mapEmpty();
  }

  /** Moves it in the transaction that changes a right, and says so after the commit. */
  Future<Void> move(Tx tx) {
    tx.afterCommit(this::announce);
    return AccessSql.move(tx);
  }

  /** Whether what was read at this version may be relied on now. */
  boolean holds(long version) {
    Seen now = seen.get();
    return version >= now.version() && nanos.getAsLong() - now.nanos() < FRESH;
  }

  private void announce() {
    look();
    tell.run();
  }

  private void take(long version, long asked) {
    Seen before = seen.getAndUpdate(old -> newer(old, version, asked));
    if (before.version() < version) {
      listeners.forEach(Runnable::run);
    }
  }

  private static Seen newer(Seen old, long version, long asked) {
    return new Seen(Math.max(old.version(), version), Math.max(old.nanos(), asked));
  }
}
