package systems.voltaic.magnetiq;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.db.DbConfig;
import systems.voltaic.magnetiq.db.Migrations;

/**
 * Waits until the database is there and has the schema this program needs; migrates it where this
 * instance may.
 */
final class Schema {

  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
  private static final long PAUSE = 500;

  private final Vertx vertx;
  private final DbConfig config;
  private final boolean mayMigrate;
  private final Duration patience;
  private final Migrations migrations;
  private boolean told;

  Schema(Vertx vertx, DbConfig config, boolean mayMigrate, Duration patience) {
    this.vertx = vertx;
    this.config = config;
    this.mayMigrate = mayMigrate;
    this.patience = patience;
    this.migrations = new Migrations(config);
  }

  /** Succeeds when the schema fits; fails when waiting longer cannot help. */
  Future<Void> ready() {
    return look(System.nanoTime() + patience.toNanos());
  }

  private Future<Void> look(long until) {
    return vertx
        .executeBlocking(migrations::applied)
        .transform(
            asked -> asked.succeeded() ? found(asked.result()) : missing(asked.cause(), until));
  }

  private Future<Void> found(int applied) {
    if (applied >= Migrations.NEEDED) {
      return Future.succeededFuture();
    }
    if (mayMigrate) {
      return vertx.executeBlocking(migrations::migrate).compose(this::migrated);
    }
    tell("the schema is at {}, {} is needed: waiting for `migrate`", applied, Migrations.NEEDED);
    return again(Long.MAX_VALUE);
  }

  private Future<Void> migrated(int number) {
    LOG.info("the schema was migrated: {} steps", number);
    return Future.succeededFuture();
  }

  /** A server that is not there yet is waited for; one that refuses us is not. */
  private Future<Void> missing(Throwable failure, long until) {
    if (!isAway(failure)) {
      return Future.failedFuture(
          new IllegalStateException(
              "the database at " + config.address() + " refuses: " + failure.getMessage()));
    }
    if (System.nanoTime() - until > 0) {
      return Future.failedFuture(
          new IllegalStateException(
              "no Postgres answers at "
                  + config.address()
                  + ": start it, or set DATABASE_URL to where it is"));
    }
    tell("no Postgres answers at {} yet: waiting up to {}", config.address(), patience);
    return again(until);
  }

  /** Connection failures, and a server that is starting or stopping. */
  private static boolean isAway(Throwable failure) {
    String state = failure instanceof SQLException e ? e.getSQLState() : null;
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }

  private Future<Void> again(long until) {
    return vertx.timer(PAUSE, TimeUnit.MILLISECONDS).compose(t -> look(until));
  }

  private void tell(String sentence, Object... facts) {
    if (!told) {
      told = true;
      LOG.warn(sentence, facts);
    }
  }
}
