package systems.voltaic.magnetiq;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import systems.voltaic.magnetiq.http.Contract;
import systems.voltaic.magnetiq.log.Logging;
import systems.voltaic.magnetiq.ops.BlockedLoop;
import systems.voltaic.magnetiq.ops.Metrics;

/** One instance at work in this process. */
final class Running implements AutoCloseable {

  private static final long STOP_SECONDS = 40;

  private final Vertx vertx;
  private final Metrics metrics;
  private final MainVerticle main;
  private String deployment;

  private Running(Vertx vertx, Metrics metrics, MainVerticle main) {
    this.vertx = vertx;
    this.metrics = metrics;
    this.main = main;
  }

  static Running start(Config config, Logging logging) throws Exception {
    var contract = contract(config);
    var metrics = new Metrics();
    logging.count(metrics.registry());
    var options =
        new VertxOptions()
            .setEventLoopPoolSize(config.app().loops())
            .setPreferNativeTransport(true);
    Vertx vertx = metrics.vertx(BlockedLoop.watch(options, BlockedLoop.IN_PRODUCTION));
    var main = new MainVerticle(vertx, config, contract::join, metrics, Clock.systemUTC());
    var running = new Running(vertx, metrics, main);
    try {
      running.deployment = finished(vertx.deployVerticle(main));
      return running;
    } catch (Exception e) {
      running.close();
      throw e;
    }
  }

  /** Read while everything else is built: it is as long as the program can do things. */
  private static CompletableFuture<Contract> contract(Config config) {
    int largestBody = config.http().maxRequestSize();
    return CompletableFuture.supplyAsync(
        () -> Contract.packaged(largestBody), read -> new Thread(read, "contract").start());
  }

  Addresses addresses() {
    return main.addresses();
  }

  /** While nobody owns the place: the link for who comes first. */
  Optional<String> firstLink() throws Exception {
    return finished(main.firstLink());
  }

  void drain() throws Exception {
    finished(main.drain());
  }

  /** First those who use connections, then the connections; the second not on a loop it ends. */
  @Override
  public void close() {
    if (deployment != null) {
      await(vertx.undeploy(deployment));
    }
    await(vertx.close());
    metrics.close();
  }

  private static void await(Future<Void> end) {
    try {
      end.toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      Console.progress("Not everything ended in order: " + e + ". Leaving all the same.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T finished(Future<T> work) throws Exception {
    return work.toCompletionStage().toCompletableFuture().get();
  }
}
