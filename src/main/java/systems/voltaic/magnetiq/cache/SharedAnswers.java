package systems.voltaic.magnetiq.cache;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.redis.RedisLink;
import systems.voltaic.magnetiq.redis.Script;

/** What all instances share: finished answers, who makes one right now, and versions of tags. */
final class SharedAnswers {

  private static final String DONE = "mq:answer-done";
  private static final int LARGEST = 2 << 20;
  private static final long LOCK_MILLIS = 5_000;
  private static final long WAIT_MILLIS = 300;
  private static final Script RELEASE =
      Script.of(
          "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end"
              + " return 0");

  private final RedisLink redis;
  private final Supplier<String> tokens;
  private final Map<String, Promise<Void>> awaited = new ConcurrentHashMap<>();

  SharedAnswers(RedisLink redis, Supplier<String> tokens) {
    this.redis = redis;
    this.tokens = tokens;
  }

  Future<Void> start() {
    return redis.subscribe(DONE, this::done);
  }

  /** The braces keep all tags in one slot of a cluster, where one question reaches them. */
  static String versionKey(String tag) {
    return "mq:{tag}:" + tag;
  }

  Future<List<Long>> versions(List<String> tags) {
    Object[] keys = tags.stream().map(SharedAnswers::versionKey).toArray();
    return redis.send(Command.MGET, keys).map(SharedAnswers::numbers);
  }

  Future<Optional<FinishedAnswer>> load(String key) {
    return redis
        .send(Command.GET, answerKey(key))
        .map(found -> Optional.ofNullable(found).flatMap(r -> AnswerFormat.read(r.toBuffer())));
  }

  /** A copy that could not be stored is only missed by the other instances. */
  Future<Void> store(String key, FinishedAnswer answer, Duration keep) {
    if (answer.weight() > LARGEST) {
      return Future.succeededFuture();
    }
    return redis
        .send(Command.SET, answerKey(key), AnswerFormat.write(answer), "PX", keep.toMillis())
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  Future<Void> drop(String key) {
    return redis.send(Command.DEL, answerKey(key)).<Void>mapEmpty().otherwiseEmpty();
  }

  /**
   * Either this instance is the one that works, or another one was and has ended, or too much time
   * has passed. The lock is for one state of the tags: what changes during the work needs its own.
   */
  Future<Turn> turn(String key, Map<String, Long> madeFrom) {
    String lock = "mq:answer-lock:" + key + ":" + madeFrom.hashCode();
    Promise<Void> end = awaited.computeIfAbsent(lock, l -> Promise.promise());
    String token = tokens.get();
    return redis
        .send(Command.SET, lock, token, "NX", "PX", LOCK_MILLIS)
        .compose(taken -> taken == null ? await(end) : mine(lock, token))
        .otherwise(away -> Turn.ALONE)
        .onComplete(known -> awaited.remove(lock, end));
  }

  Future<Void> finish(Turn turn) {
    if (turn.lock() == null) {
      return Future.succeededFuture();
    }
    return redis
        .eval(RELEASE, List.of(turn.lock()), turn.token())
        .compose(released -> redis.publish(DONE, turn.lock()))
        .otherwiseEmpty();
  }

  private static Future<Turn> mine(String lock, String token) {
    return Future.succeededFuture(new Turn(lock, token));
  }

  private static Future<Turn> await(Promise<Void> end) {
    return end.future()
        .timeout(WAIT_MILLIS, TimeUnit.MILLISECONDS)
        .otherwiseEmpty()
        .map(Turn.ALONE);
  }

  private void done(String lock) {
    Promise<Void> waiting = awaited.remove(lock);
    if (waiting != null) {
      waiting.tryComplete();
    }
  }

  private static List<Long> numbers(Response versions) {
    List<Long> numbers = new ArrayList<>();
    versions.forEach(version -> numbers.add(version == null ? 0L : version.toLong()));
    return numbers;
  }

  private static String answerKey(String key) {
    return "mq:answer:" + key;
  }

  /** Whose turn it is to ask the origin; without a lock nobody waits for the end. */
  record Turn(String lock, String token) {
    static final Turn ALONE = new Turn(null, null);
  }
}
