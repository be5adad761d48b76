package systems.voltaic.magnetiq;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.cache.AnswerCache;
import systems.voltaic.magnetiq.cache.CacheConfig;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.http.Idempotency;
import systems.voltaic.magnetiq.id.Uuid7;
import systems.voltaic.magnetiq.job.Jobs;
import systems.voltaic.magnetiq.redis.Announcer;
import systems.voltaic.magnetiq.redis.ChangeRelay;
import systems.voltaic.magnetiq.redis.RedisLink;

/**
 * What every feature is built on, once for an instance.
 *
 * @param postgres the database itself; features get {@link #db()}, whose transactions carry the
 *     idempotency keys of the calls that opened them
 */
record Kernel(
    Vertx vertx,
    Config config,
    MeterRegistry meters,
    Clock clock,
    Supplier<UUID> ids,
    SecureRandom random,
    PgDb postgres,
    RecentWriters writers,
    RedisLink redis,
    Idempotency idempotency,
    AnswerCache answers,
    Jobs jobs,
    Audit audit) {

  private static final String WROTE = "mq:wrote";

  static Kernel of(Vertx vertx, Config config, MeterRegistry meters, Clock clock) {
    var random = new SecureRandom();
    var ids = new Uuid7(clock, random);
    var redis = new RedisLink(vertx, config.redis(), meters, random, clock);
    var writers =
        new RecentWriters(
            System::nanoTime, client -> redis.publish(WROTE, client), redis::listening);
    var postgres = PgDb.open(vertx, config.db(), config.app().loops(), writers, meters);
    var idempotency = new Idempotency(vertx, postgres);
    var answers =
        new AnswerCache(
            vertx, redis, CacheConfig.standard(), meters, clock, () -> ids.get().toString());
    var jobs = new Jobs(vertx, ids, kinds -> {});
    var audit = new Audit(idempotency.over(postgres), ids, new ChangeNews(vertx)::acted);
    return new Kernel(
        vertx,
        config,
        meters,
        clock,
        ids,
        random,
        postgres,
        writers,
        redis,
        idempotency,
        answers,
        jobs,
        audit);
  }

  /** Never fails for want of Redis: without it the instance works by itself. */
  Future<Void> start() {
    return redis
        .start()
        .compose(tried -> answers.start())
        .compose(ready -> new Announcer(vertx, redis, ids.get().toString()).start())
        .compose(ready -> new ChangeRelay(vertx, redis, ids.get().toString()).start())
        .compose(ready -> redis.subscribe(WROTE, writers::heard));
  }

  Db db() {
    return idempotency.over(postgres);
  }

  /** For verticles that work while nobody waits. */
  Db background() {
    return postgres.background();
  }
}
