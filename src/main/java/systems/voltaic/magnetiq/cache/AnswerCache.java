package systems.voltaic.magnetiq.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.redis.RedisLink;

/**
 * Finished public answers: from memory, from Redis, or made by their origin once for everybody who
 * waits. Origins read the primary; a replica might not have the change yet that caused the reading.
 */
public final class AnswerCache {

  private static final int BACKGROUND = 8;

  private final VertxInternal vertx;
  private final RedisLink redis;
  private final long net;
  private final Clock clock;
  private final CacheCounts counts;
  private final Versions versions;
  private final Changes changes;
  private final Memory memory;
  private final Flights flights;
  private final Map<String, Supplier<Future<Void>>> preparations = new ConcurrentHashMap<>();
  private final AtomicLong epoch = new AtomicLong();
  private final AtomicInteger background = new AtomicInteger();

  /** The tokens tell the locks of one refresh from those of another: any unique text. */
  public AnswerCache(
      Vertx vertx,
      RedisLink redis,
      CacheConfig config,
      MeterRegistry registry,
      Clock clock,
      Supplier<String> tokens) {
    this.vertx = (VertxInternal) vertx;
    this.redis = redis;
    this.net = config.net().toMillis();
    this.clock = clock;
    this.counts = CacheCounts.in(registry);
    this.versions = new Versions(clock);
    this.changes = new Changes(vertx, redis, versions, counts);
    this.memory = new Memory(config.bytes(), versions, counts, registry);
    var makers = new Makers(new Compression(vertx), clock, counts, preparations);
    var shared = new SharedAnswers(redis, tokens);
    this.flights = new Flights(versions, memory, shared, makers, clock, epoch::get, counts);
  }

  /** Does not need Redis: without it every instance caches for itself. */
  public Future<Void> start() {
    redis.watch(new Doubt());
    return flights.start().compose(started -> changes.start());
  }

  /**
   * To be called after the commit; every instance then makes what carries one of these tags anew.
   */
  public Future<Void> changed(String... tags) {
    return changes.tell(tags);
  }

  /** This instance makes what carries the tag anew; it heard of the change by another way. */
  public void outdated(String tag) {
    versions.next(tag);
  }

  /** Hears the tag of each change, whichever instance made it; must not take long. */
  public void watch(Consumer<String> changes) {
    versions.watch(changes);
  }

  /**
   * Done before anything with this tag is made: a change may be heard of before a copy in memory
   * that origins read from was brought up to date.
   */
  public void before(String tag, Supplier<Future<Void>> preparation) {
    preparations.put(tag, preparation);
  }

  /** Has every answer made anew; until then the old ones stand in when an origin fails. */
  public Future<Void> clear() {
    return changed(Subject.EVERYTHING);
  }

  /** Fails with what the origin failed with, when there is no copy that may stand in. */
  public Future<Served> get(Subject subject, Policy policy, Supplier<Future<Original>> origin) {
    Served now = now(subject, policy, origin);
    if (now != null) {
      return Future.succeededFuture(now);
    }
    // On the caller's own context, whoever's context the shared flight ends on.
    Promise<Served> mine = vertx.promise();
    patient(joined(subject, policy, origin), memory.get(subject.key()), policy)
        .recover(reason -> previous(subject, policy, reason))
        .onComplete(mine);
    return mine.future();
  }

  // A flight that began before an answer turned wrong may bring that answer: one more is enough.
  private Future<Served> joined(Subject subject, Policy policy, Supplier<Future<Original>> origin) {
    return flights
        .join(subject, policy, origin)
        .compose(
            served ->
                served.valid(clock.millis())
                    ? Future.succeededFuture(served)
                    : flights.join(subject, policy, origin));
  }

  /** What can be given at once, or null. */
  public Served now(Subject subject, Policy policy, Supplier<Future<Original>> origin) {
    Copy copy = memory.get(subject.key());
    if (copy == null || !copy.current(versions)) {
      return null;
    }
    long now = clock.millis();
    if (!copy.valid(now)) {
      return null;
    }
    boolean fresh = copy.age(now) < policy.fresh().toMillis();
    if (fresh && copy.verified(now, epoch.get(), net)) {
      counts.memory().increment();
      return copy.asFresh();
    }
    if (outlived(copy, policy, now)) {
      return null;
    }
    refreshInBackground(subject, policy, origin);
    (fresh ? counts.memory() : counts.stale()).increment();
    return fresh ? copy.asFresh() : copy.asStale();
  }

  private boolean outlived(Copy copy, Policy policy, long now) {
    long stale = policy.stale().toMillis();
    return copy.age(now) >= policy.fresh().toMillis() + stale
        || now - copy.verified() >= net + stale;
  }

  // Bounded: after a break every copy is in doubt at once, and the origin must not feel it.
  private void refreshInBackground(
      Subject subject, Policy policy, Supplier<Future<Original>> origin) {
    if (flights.underway(subject.key())) {
      return;
    }
    if (background.incrementAndGet() > BACKGROUND) {
      background.decrementAndGet();
      return;
    }
    flights.join(subject, policy, origin).onComplete(end -> background.decrementAndGet());
  }

  private Future<Served> patient(Future<Served> flight, Copy previous, Policy policy) {
    return previous == null || !previous.valid(clock.millis())
        ? flight
        : flight.timeout(policy.patience().toMillis(), TimeUnit.MILLISECONDS);
  }

  private Future<Served> previous(Subject subject, Policy policy, Throwable reason) {
    Copy copy = memory.get(subject.key());
    boolean old = copy == null || copy.age(clock.millis()) >= policy.staleOnError().toMillis();
    if (old || definite(reason)) {
      return Future.failedFuture(late(reason));
    }
    counts.stale().increment();
    return Future.succeededFuture(copy.asStale());
  }

  /** The origin is well and says no: what it said before must not stand in. */
  static boolean definite(Throwable reason) {
    return reason instanceof Fault fault && fault.kind() != Fault.Kind.UNAVAILABLE;
  }

  private static Throwable late(Throwable reason) {
    return reason instanceof TimeoutException
        ? Fault.unavailable("late", "this takes too long", Duration.ofSeconds(1))
        : reason;
  }

  /** Changes may have been missed: copies are kept, but asked about once more before long. */
  private final class Doubt implements RedisLink.Watcher {
    @Override
    public void lost() {
      epoch.incrementAndGet();
    }

    @Override
    public void restored() {
      epoch.incrementAndGet();
    }
  }
}
