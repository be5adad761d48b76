package systems.voltaic.magnetiq.redis;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import systems.voltaic.magnetiq.redis.RedisLink.Watcher;

/** The one connection that listens; it is subscribed again before it counts as restored. */
final class Subscriptions implements KeptConnection.Owner {

  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final String ALIVE = "mq:alive";

  private final Vertx vertx;
  private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
  private final Map<String, Promise<Void>> unconfirmed = new ConcurrentHashMap<>();
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private volatile KeptConnection kept;
  private volatile boolean up;
  private boolean heard;

  Subscriptions(Vertx vertx) {
    this.vertx = vertx;
    listeners.put(ALIVE, List.of());
  }

  Future<Void> start(Function<KeptConnection.Owner, KeptConnection> keep) {
    kept = keep.apply(this);
    return kept.start();
  }

  Future<Void> stop() {
    KeptConnection last = kept;
    return last == null ? Future.succeededFuture() : last.stop();
  }

  void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  boolean up() {
    return up;
  }

  /** Ends when the server has confirmed it, or at once while there is no connection. */
  Future<Void> add(String channel, Consumer<String> listener) {
    listeners.computeIfAbsent(channel, c -> new CopyOnWriteArrayList<>()).add(listener);
    RedisConnection connection = kept == null ? null : kept.current();
    return connection == null ? Future.succeededFuture() : confirm(connection, channel);
  }

  @Override
  public Future<?> greet(RedisConnection connection) {
    connection.handler(this::receive);
    return Future.all(listeners.keySet().stream().map(c -> confirm(connection, c)).toList());
  }

  @Override
  public void opened(RedisConnection connection) {
    up = true;
    heard = true;
    watchers.forEach(Watcher::restored);
    vertx.setTimer(BEAT.toMillis(), beat -> beat(connection));
  }

  @Override
  public void closed(Throwable reason) {
    unconfirmed.values().forEach(promise -> promise.tryFail(reason));
    unconfirmed.clear();
    if (up) {
      up = false;
      watchers.forEach(Watcher::lost);
    }
  }

  private Future<Void> confirm(RedisConnection connection, String channel) {
    Promise<Void> confirmed = unconfirmed.computeIfAbsent(channel, c -> Promise.promise());
    return connection
        .send(Request.cmd(Command.SUBSCRIBE).arg(channel))
        .compose(sent -> confirmed.future());
  }

  private void receive(Response message) {
    heard = true;
    String channel = message.get(1).toString();
    switch (message.get(0).toString()) {
      case "subscribe" -> confirmed(channel);
      case "message" -> deliver(channel, message.get(2).toString());
      default -> {}
    }
  }

  private void confirmed(String channel) {
    Promise<Void> waiting = unconfirmed.remove(channel);
    if (waiting != null) {
      waiting.tryComplete();
    }
  }

  private void deliver(String channel, String text) {
    listeners.getOrDefault(channel, List.of()).forEach(listener -> listener.accept(text));
  }

  // Subscribing once more is the only question this kind of connection may ask in every version.
  private void beat(RedisConnection connection) {
    if (connection != kept.current()) {
      return;
    }
    if (!heard) {
      kept.drop(connection, new TimeoutException("it fell silent"));
      return;
    }
    heard = false;
    connection.send(Request.cmd(Command.SUBSCRIBE).arg(ALIVE));
    vertx.setTimer(BEAT.toMillis(), beat -> beat(connection));
  }
}
