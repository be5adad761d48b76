package systems.voltaic.magnetiq.cache;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import systems.voltaic.magnetiq.redis.RedisLink;
import systems.voltaic.magnetiq.redis.Script;

/** Tells every instance what changed; what Redis could not take is told again until it does. */
final class Changes {

  private static final String CHANNEL = "mq:changed";
  private static final Duration KEEP = Duration.ofDays(30);
  private static final long RETRY_MILLIS = 500;
  private static final int MOST_UNTOLD = 1000;
  private static final Script BUMP =
      Script.of(
          "local version = tonumber(redis.call('GET', KEYS[1]) or '0') + 1"
              + " local offered = tonumber(ARGV[1])"
              + " if offered > version then version = offered end"
              + " local text = string.format('%.0f', version)"
              + " redis.call('SET', KEYS[1], text, 'PX', ARGV[2])"
              + " redis.call('PUBLISH', ARGV[3], text .. ' ' .. ARGV[4])"
              + " return text");

  private final Vertx vertx;
  private final RedisLink redis;
  private final Versions versions;
  private final CacheCounts counts;
  private final Map<String, Long> untold = new ConcurrentHashMap<>();
  private final AtomicBoolean retrying = new AtomicBoolean();

  Changes(Vertx vertx, RedisLink redis, Versions versions, CacheCounts counts) {
    this.vertx = vertx;
    this.redis = redis;
    this.versions = versions;
    this.counts = counts;
  }

  Future<Void> start() {
    return redis.subscribe(CHANNEL, this::hear);
  }

  /** Ends when the other instances have been told or it is certain that they will be later. */
  Future<Void> tell(String... tags) {
    List<Future<Void>> told = new ArrayList<>();
    for (String tag : tags) {
      told.add(tell(tag, versions.next(tag)));
    }
    return Future.all(told).mapEmpty();
  }

  private Future<Void> tell(String tag, long version) {
    return redis
        .eval(BUMP, List.of(SharedAnswers.versionKey(tag)), version, KEEP.toMillis(), CHANNEL, tag)
        .onSuccess(raised -> versions.learn(tag, raised.toLong()))
        .<Void>mapEmpty()
        .recover(away -> later(tag, version));
  }

  private void hear(String message) {
    int space = message.indexOf(' ');
    versions.learn(message.substring(space + 1), Long.parseLong(message.substring(0, space)));
  }

  private Future<Void> later(String tag, long version) {
    counts.untold().increment();
    if (untold.size() < MOST_UNTOLD) {
      untold.merge(tag, version, Math::max);
    } else {
      untold.merge(Subject.EVERYTHING, version, Math::max);
    }
    if (retrying.compareAndSet(false, true)) {
      vertx.setTimer(RETRY_MILLIS, now -> tellAgain());
    }
    return Future.succeededFuture();
  }

  private void tellAgain() {
    retrying.set(false);
    Map<String, Long> again = Map.copyOf(untold);
    again.forEach(untold::remove);
    again.forEach(this::tell);
  }
}
