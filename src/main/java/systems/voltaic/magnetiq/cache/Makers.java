package systems.voltaic.magnetiq.cache;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.cache.FinishedAnswer.Facts;

/** Asks origins and finishes what they give. */
record Makers(
    Compression compression,
    Clock clock,
    CacheCounts counts,
    Map<String, Supplier<Future<Void>>> preparations) {

  private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

  /** What is made is labelled with the versions that were current before the origin read. */
  Future<FinishedAnswer> make(Supplier<Future<Original>> origin, Map<String, Long> madeFrom) {
    counts.origin().increment();
    Instant began = clock.instant();
    return prepared(madeFrom.keySet())
        .compose(ready -> ask(origin))
        .compose(original -> compression.finish(facts(original, began, madeFrom), original.body()))
        .onFailure(reason -> counts.failed().increment());
  }

  /** Who cannot be prepared reads what there is. */
  private Future<Void> prepared(Set<String> tags) {
    Future<Void> ready = Future.succeededFuture();
    for (String tag : tags) {
      Supplier<Future<Void>> preparation = preparations.get(tag);
      ready =
          preparation == null ? ready : ready.compose(before -> preparation.get().otherwiseEmpty());
    }
    return ready;
  }

  private static Future<Original> ask(Supplier<Future<Original>> origin) {
    try {
      return origin.get();
    } catch (RuntimeException failed) {
      return Future.failedFuture(failed);
    }
  }

  static Facts facts(Original original, Instant began, Map<String, Long> madeFrom) {
    return new Facts(
        original.status(),
        original.contentType(),
        original.headers(),
        original.lastModified().orElse(began).truncatedTo(ChronoUnit.SECONDS),
        began,
        original.validUntil().orElse(ALWAYS),
        madeFrom);
  }
}
