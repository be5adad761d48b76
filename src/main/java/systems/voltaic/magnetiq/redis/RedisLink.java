package systems.voltaic.magnetiq.redis;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.VertxInternal;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import systems.voltaic.magnetiq.loop.PerLoop;

/**
 * Redis as the program sees it: fast or not at all. Calls fail with UNAVAILABLE at once while it is
 * away, after their deadline when it is slow; nothing waits for a connection.
 */
public final class RedisLink {

  /** Hears when messages may have been missed. Called on an event loop. */
  public interface Watcher {
    void lost();

    void restored();
  }

  private final Vertx vertx;
  private final RedisConfig config;
  private final RandomGenerator random;
  private final List<Context> loops;
  private final PerLoop<Lane> lanes;
  private final Vitals vitals;
  private final Subscriptions subscriptions;

  public RedisLink(
      Vertx vertx,
      RedisConfig config,
      MeterRegistry registry,
      RandomGenerator random,
      Clock clock) {
    this.vertx = vertx;
    this.config = config;
    this.random = random;
    this.loops = contexts((VertxInternal) vertx);
    this.vitals = new Vitals(config, clock, loops.size(), registry);
    var counts = new RedisCounts(registry);
    this.lanes = new PerLoop<>(loops.size(), i -> new Lane(vertx, config, counts, vitals));
    this.subscriptions = new Subscriptions(vertx);
  }

  /** Never fails and never waits longer than one attempt: without Redis the program is degraded. */
  public Future<Void> start() {
    List<Future<Void>> attempts = new ArrayList<>();
    loops.forEach(loop -> attempts.add(startLane(loop)));
    attempts.add(subscriptions.start(owner -> keep(loops.get(0), owner)));
    return Future.all(attempts).mapEmpty();
  }

  public Future<Void> close() {
    List<Future<Void>> ends = new ArrayList<>();
    lanes.all().forEach(lane -> ends.add(lane.stop()));
    ends.add(subscriptions.stop());
    return Future.join(ends).mapEmpty();
  }

  public RedisHealth state() {
    return vitals.health();
  }

  /** Whether every message on a subscribed channel currently arrives here. */
  public boolean listening() {
    return subscriptions.up();
  }

  /** Arguments are strings, numbers, buffers or byte arrays. */
  public Future<Response> send(Command command, Object... arguments) {
    return send(config.deadline(), command, arguments);
  }

  public Future<Response> send(Duration deadline, Command command, Object... arguments) {
    return lanes.get().send(request(command, arguments), deadline);
  }

  public Future<Response> eval(Script script, List<String> keys, Object... arguments) {
    return eval(config.deadline(), script, keys, arguments);
  }

  /** By its hash, and with its text when the server does not know it (any more). */
  public Future<Response> eval(
      Duration deadline, Script script, List<String> keys, Object... arguments) {
    Lane lane = lanes.get();
    return lane.send(script(Command.EVALSHA, script.sha1(), keys, arguments), deadline)
        .recover(
            reason ->
                unknown(reason)
                    ? lane.send(script(Command.EVAL, script.text(), keys, arguments), deadline)
                    : Future.failedFuture(reason));
  }

  /** A hint: who is not listening now never hears it. */
  public Future<Void> publish(String channel, String message) {
    return send(Command.PUBLISH, channel, message).mapEmpty();
  }

  /** Ends when the server has confirmed it, or at once while Redis is away; kept across breaks. */
  public Future<Void> subscribe(String channel, Consumer<String> listener) {
    return subscriptions.add(channel, listener);
  }

  public void watch(Watcher watcher) {
    subscriptions.watch(watcher);
  }

  private Future<Void> startLane(Context loop) {
    return Future.future(
        done ->
            loop.runOnContext(
                here -> lanes.get().start(owner -> keep(loop, owner)).onComplete(done)));
  }

  private KeptConnection keep(Context loop, KeptConnection.Owner owner) {
    return new KeptConnection(
        vertx,
        loop,
        () -> Redis.createClient(vertx, config.options()),
        config.connectTimeout(),
        new Backoff(random),
        owner);
  }

  private static List<Context> contexts(VertxInternal vertx) {
    List<Context> contexts = new ArrayList<>();
    for (EventExecutor loop : vertx.nettyEventLoopGroup()) {
      contexts.add(vertx.contextBuilder().withEventLoop((EventLoop) loop).build());
    }
    return contexts;
  }

  private static boolean unknown(Throwable reason) {
    return reason.getMessage() != null && reason.getMessage().startsWith("NOSCRIPT");
  }

  private static Request script(
      Command command, String script, List<String> keys, Object... arguments) {
    Request request = Request.cmd(command).arg(script).arg(keys.size());
    keys.forEach(request::arg);
    return with(request, arguments);
  }

  private static Request request(Command command, Object... arguments) {
    return with(Request.cmd(command), arguments);
  }

  private static Request with(Request request, Object... arguments) {
    for (Object argument : arguments) {
      if (argument instanceof Number number) {
        request.arg(number.longValue());
      } else if (argument instanceof byte[] bytes) {
        request.arg(bytes);
      } else if (argument instanceof Buffer buffer) {
        request.arg(buffer);
      } else {
        request.arg(argument.toString());
      }
    }
    return request;
  }
}
