package systems.voltaic.magnetiq;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.bus.EventCodec;
import systems.voltaic.magnetiq.db.Migrations;
import systems.voltaic.magnetiq.http.Contract;
import systems.voltaic.magnetiq.ops.Build;
import systems.voltaic.magnetiq.ops.Metrics;

/** The program without its servers, for commands that change something in the database. */
final class Backstage implements AutoCloseable {

  static final Caller CALLER = Caller.system("command");

  private static final long PATIENCE_SECONDS = 60;

  private final Vertx vertx;
  private final Metrics metrics;
  private final Features features;

  private Backstage(Vertx vertx, Metrics metrics, Features features) {
    this.vertx = vertx;
    this.metrics = metrics;
    this.features = features;
  }

  static Backstage open(Config config) throws SQLException {
    requireSchema(config);
    var vertx = Vertx.vertx();
    EventCodec.register(vertx);
    var metrics = new Metrics();
    var kernel = Kernel.of(vertx, config, metrics.registry(), Clock.systemUTC());
    var contract = Contract.packaged(config.http().maxRequestSize());
    return new Backstage(vertx, metrics, new Features(kernel, Build.read(), contract));
  }

  /** A database of our own may never have been started before; others are migrated on purpose. */
  private static void requireSchema(Config config) throws SQLException {
    var migrations = new Migrations(config.db());
    if (config.embedding().postgres()) {
      migrations.migrate();
    } else if (migrations.applied() < Migrations.NEEDED) {
      throw new IllegalStateException(
          "the schema is older than this version needs: run `magnetiq migrate` first");
    }
  }

  /** Does it and waits for it; what went wrong is thrown as it was. */
  <T> T run(Function<Features, Future<T>> work) throws Exception {
    var done = features.live().start().compose(live -> work.apply(features));
    try {
      return done.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  @Override
  public void close() {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      Console.progress("Not everything ended in order: " + e + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    metrics.close();
  }
}
