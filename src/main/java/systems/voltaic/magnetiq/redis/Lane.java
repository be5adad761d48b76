package systems.voltaic.magnetiq.redis;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import systems.voltaic.magnetiq.fault.Fault;

/** One event loop's pipelined connection. While it is away every call fails at once. */
final class Lane implements KeptConnection.Owner {

  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final int TOO_SILENT = 8;

  private final Vertx vertx;
  private final RedisConfig config;
  private final RedisCounts counts;
  private final Vitals vitals;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private volatile KeptConnection kept;
  private boolean up;

  Lane(Vertx vertx, RedisConfig config, RedisCounts counts, Vitals vitals) {
    this.vertx = vertx;
    this.config = config;
    this.counts = counts;
    this.vitals = vitals;
  }

  Future<Void> start(Function<KeptConnection.Owner, KeptConnection> keep) {
    kept = keep.apply(this);
    return kept.start();
  }

  Future<Void> stop() {
    KeptConnection last = kept;
    return last == null ? Future.succeededFuture() : last.stop();
  }

  Future<Response> send(Request request, Duration deadline) {
    RedisConnection connection = kept == null ? null : kept.current();
    if (connection == null) {
      counts.away();
      return Future.failedFuture(away());
    }
    if (inFlight.incrementAndGet() > config.inFlight()) {
      inFlight.decrementAndGet();
      counts.full();
      return Future.failedFuture(unavailable("redis-busy", "too many calls wait for Redis"));
    }
    return connection
        .send(request)
        .onComplete(this::answered)
        .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
        .recover(reason -> failed(connection, reason));
  }

  @Override
  public Future<?> greet(RedisConnection connection) {
    return ServerVersion.ask(connection).onSuccess(vitals::version);
  }

  @Override
  public void opened(RedisConnection connection) {
    up = true;
    unanswered.set(0);
    vitals.opened();
    vertx.setTimer(BEAT.toMillis(), beat -> beat(connection));
  }

  @Override
  public void closed(Throwable reason) {
    vitals.closed(up, reason);
    up = false;
  }

  private void beat(RedisConnection connection) {
    if (connection == kept.current()) {
      long start = System.nanoTime();
      connection
          .send(Request.cmd(Command.PING))
          .timeout(BEAT.toMillis(), TimeUnit.MILLISECONDS)
          .onSuccess(pong -> alive(connection, System.nanoTime() - start))
          .onFailure(reason -> kept.drop(connection, reason));
    }
  }

  private void alive(RedisConnection connection, long nanos) {
    vitals.latency(nanos);
    vertx.setTimer(BEAT.toMillis(), beat -> beat(connection));
  }

  private void answered(AsyncResult<Response> answer) {
    inFlight.decrementAndGet();
    unanswered.set(0);
  }

  private Future<Response> failed(RedisConnection connection, Throwable reason) {
    if (!(reason instanceof TimeoutException)) {
      counts.error();
      return Future.failedFuture(said(reason) ? reason : away());
    }
    counts.late();
    if (unanswered.incrementAndGet() >= TOO_SILENT) {
      kept.drop(connection, reason);
    }
    return Future.failedFuture(unavailable("redis-late", "Redis did not answer in time"));
  }

  /** An answer of the server's, not the end of the connection that would have brought one. */
  private static boolean said(Throwable reason) {
    return reason instanceof ErrorType error && !error.is("CONNECTION_CLOSED");
  }

  private static Fault away() {
    return unavailable("redis-away", "Redis is not connected");
  }

  private static Fault unavailable(String code, String message) {
    return Fault.unavailable(code, message, Duration.ofSeconds(1));
  }
}
