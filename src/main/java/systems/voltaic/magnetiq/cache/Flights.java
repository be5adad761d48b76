package systems.voltaic.magnetiq.cache;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Refreshes, one per answer at a time: verify the copy, look in Redis, take turns, ask the origin.
 */
final class Flights {

  private static final long LONGEST_SECONDS = 10;

  private final Versions versions;
  private final Memory memory;
  private final SharedAnswers shared;
  private final Makers makers;
  private final Clock clock;
  private final LongSupplier epoch;
  private final CacheCounts counts;
  private final Map<String, Flight> underway = new ConcurrentHashMap<>();

  Flights(
      Versions versions,
      Memory memory,
      SharedAnswers shared,
      Makers makers,
      Clock clock,
      LongSupplier epoch,
      CacheCounts counts) {
    this.versions = versions;
    this.memory = memory;
    this.shared = shared;
    this.makers = makers;
    this.clock = clock;
    this.epoch = epoch;
    this.counts = counts;
  }

  Future<Void> start() {
    return shared.start();
  }

  boolean underway(String key) {
    return underway.containsKey(key);
  }

  Future<Served> join(Subject subject, Policy policy, Supplier<Future<Original>> origin) {
    var mine = new Flight();
    Flight flight = underway.compute(subject.key(), (key, other) -> shareable(other, mine));
    if (flight == mine) {
      begin(new Refresh(mine, subject, policy, origin, clock.millis(), epoch.getAsLong()));
    }
    return flight.future();
  }

  private Flight shareable(Flight other, Flight mine) {
    return other != null && other.mayBeShared(versions) ? other : mine;
  }

  private void begin(Refresh refresh) {
    String key = refresh.subject.key();
    refresh
        .run()
        .timeout(LONGEST_SECONDS, TimeUnit.SECONDS)
        .onComplete(end -> underway.remove(key, refresh.flight))
        .onComplete(refresh.flight.end());
  }

  /** One flight's steps. */
  private final class Refresh {
    private final Flight flight;
    private final Subject subject;
    private final Policy policy;
    private final Supplier<Future<Original>> origin;
    private final long start;
    private final long epochAtStart;

    Refresh(
        Flight flight,
        Subject subject,
        Policy policy,
        Supplier<Future<Original>> origin,
        long start,
        long epochAtStart) {
      this.flight = flight;
      this.subject = subject;
      this.policy = policy;
      this.origin = origin;
      this.start = start;
      this.epochAtStart = epochAtStart;
    }

    Future<Served> run() {
      return shared
          .versions(subject.tags())
          .onSuccess(seen -> versions.learn(subject.tags(), seen))
          .transform(seen -> seen.succeeded() ? withRedis() : alone());
    }

    private Future<Served> withRedis() {
      flight.reads(versions.current(subject.tags()));
      Copy copy = memory.get(subject.key());
      if (copy != null && good(copy)) {
        copy.verify(start, epochAtStart);
        return Future.succeededFuture(copy.asFresh());
      }
      return load().compose(found -> found.isPresent() ? take(found.get()) : inTurn());
    }

    private Future<Served> alone() {
      flight.reads(versions.current(subject.tags()));
      return make();
    }

    private Future<Served> inTurn() {
      return shared.turn(subject.key(), flight.madeFrom()).compose(this::work);
    }

    // Looks once more: whoever had the turn before may have put it there meanwhile.
    private Future<Served> work(SharedAnswers.Turn turn) {
      return load()
          .compose(found -> found.isPresent() ? take(found.get()) : makeAndShare())
          .onComplete(end -> shared.finish(turn));
    }

    private Future<Optional<Copy>> load() {
      return shared
          .load(subject.key())
          .map(found -> found.map(this::remember).filter(this::good))
          .otherwise(Optional.empty());
    }

    private Future<Served> take(Copy copy) {
      counts.redis().increment();
      return Future.succeededFuture(copy.asFresh());
    }

    private Future<Served> makeAndShare() {
      return make().compose(made -> share(made.answer()).map(made));
    }

    private Future<Void> share(FinishedAnswer answer) {
      Duration keep = policy.fresh().plus(policy.staleOnError());
      return shared.store(subject.key(), answer, keep);
    }

    private Future<Served> make() {
      return makers
          .make(origin, flight.madeFrom())
          .onFailure(this::forget)
          .map(answer -> remember(answer).asFresh());
    }

    private Copy remember(FinishedAnswer answer) {
      var copy = new Copy(answer, start, epochAtStart);
      memory.put(subject.key(), copy);
      return copy;
    }

    private void forget(Throwable reason) {
      if (AnswerCache.definite(reason)) {
        memory.drop(subject.key());
        shared.drop(subject.key());
      }
    }

    private boolean good(Copy copy) {
      long now = clock.millis();
      return copy.current(versions) && copy.valid(now) && copy.age(now) < policy.fresh().toMillis();
    }
  }
}
