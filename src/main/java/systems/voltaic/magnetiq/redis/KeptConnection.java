package systems.voltaic.magnetiq.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One connection that is opened again whenever it ends; its life is on one event loop. */
final class KeptConnection {

  /** What is done with it. */
  interface Owner {
    /** The connection counts as open once this has succeeded. */
    Future<?> greet(RedisConnection connection);

    void opened(RedisConnection connection);

    void closed(Throwable reason);
  }

  private record Open(Redis client, RedisConnection connection) {}

  private final Vertx vertx;
  private final Context context;
  private final Supplier<Redis> clients;
  private final Duration timeout;
  private final Backoff backoff;
  private final Owner owner;
  private final Promise<Void> firstAttempt = Promise.promise();
  private volatile Open open;
  private volatile boolean stopped;

  KeptConnection(
      Vertx vertx,
      Context context,
      Supplier<Redis> clients,
      Duration timeout,
      Backoff backoff,
      Owner owner) {
    this.vertx = vertx;
    this.context = context;
    this.clients = clients;
    this.timeout = timeout;
    this.backoff = backoff;
    this.owner = owner;
  }

  /** Ends after the first attempt, whatever came of it. */
  Future<Void> start() {
    context.runOnContext(start -> attempt());
    return firstAttempt.future();
  }

  Future<Void> stop() {
    stopped = true;
    Open last = open;
    open = null;
    firstAttempt.tryComplete();
    return last == null ? Future.succeededFuture() : last.client().close();
  }

  /** The open connection, or null. */
  RedisConnection current() {
    Open now = open;
    return now == null ? null : now.connection();
  }

  /** Gives up a connection that no longer answers. */
  void drop(RedisConnection silent, Throwable reason) {
    context.runOnContext(now -> lost(silent, reason));
  }

  private void attempt() {
    if (stopped) {
      return;
    }
    // A client of its own for each attempt: closing it is the one sure way to end its sockets.
    Redis client = clients.get();
    client
        .connect()
        .compose(this::greet)
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(connection -> adopt(new Open(client, connection)))
        .onFailure(reason -> retryLater(client, reason));
  }

  private Future<RedisConnection> greet(RedisConnection connection) {
    connection.exceptionHandler(reason -> lost(connection, reason));
    connection.endHandler(end -> lost(connection, new IllegalStateException("it hung up")));
    return owner.greet(connection).map(connection);
  }

  private void adopt(Open opened) {
    if (stopped) {
      opened.client().close();
      return;
    }
    open = opened;
    backoff.reset();
    owner.opened(opened.connection());
    firstAttempt.tryComplete();
  }

  private void lost(RedisConnection connection, Throwable reason) {
    Open was = open;
    if (was != null && was.connection() == connection) {
      open = null;
      retryLater(was.client(), reason);
    }
  }

  private void retryLater(Redis client, Throwable reason) {
    client.close();
    owner.closed(reason);
    firstAttempt.tryComplete();
    if (!stopped) {
      vertx.setTimer(backoff.millis(), again -> attempt());
    }
  }
}
