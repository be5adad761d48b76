package systems.voltaic.magnetiq.cache;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.redis.RedisLink;
import systems.voltaic.magnetiq.redis.RedisServer;

/** What one instance of the program has of the cache. */
final class CachingInstance implements AutoCloseable {

  final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final RedisLink redis;
  final AnswerCache cache;

  CachingInstance(RedisServer server, Clock clock) {
    this(server, clock, CacheConfig.standard());
  }

  CachingInstance(RedisServer server, Clock clock, CacheConfig config) {
    redis = new RedisLink(vertx, server.config(), registry, new Random(1), Clock.systemUTC());
    cache =
        new AnswerCache(vertx, redis, config, registry, clock, () -> UUID.randomUUID().toString());
    redis.start().await();
    cache.start().await();
  }

  String text(Subject subject, Policy policy, Supplier<Future<Original>> origin) {
    return served(subject, policy, origin).answer().body().toString();
  }

  Served served(Subject subject, Policy policy, Supplier<Future<Original>> origin) {
    return cache.get(subject, policy, origin).await();
  }

  double count(String name, String... labels) {
    return registry.get(name).tags(labels).counter().count();
  }

  static Future<Original> text(Object value) {
    return Future.succeededFuture(Original.of("text/plain", Buffer.buffer(value.toString())));
  }

  @Override
  public void close() {
    redis.close().await();
    vertx.close().await();
  }
}
