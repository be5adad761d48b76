package systems.voltaic.magnetiq.db;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Caller;

/** Watches every statement: how many are under way, how long each took, and what went wrong. */
final class Statements {

  private static final Logger LOG = LoggerFactory.getLogger("sql");
  private static final long SLOW = Duration.ofSeconds(1).toNanos();

  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final int bound;
  private final Deadlines deadlines;
  private final Timer waited;
  private final Counter slow;
  private final Counter refused;

  Statements(Vertx vertx, DbConfig config, MeterRegistry meters) {
    this.bound = config.maxWaitQueue();
    this.deadlines = new Deadlines(vertx, config.statementTimeout().plusSeconds(1));
    this.waited = meters.timer("database_pool_wait_seconds");
    this.slow = meters.counter("database_statements_slow_total");
    this.refused = meters.counter("database_refused_total");
    meters.gauge("database_statements_active", underWay);
    meters.gauge("database_connections_active", connections);
  }

  Session on(SqlClient client, Caller caller) {
    return new Watched(client, caller);
  }

  /** A connection for a transaction; a full queue refuses at once. */
  Future<SqlConnection> connection(Pool pool) {
    long asked = System.nanoTime();
    return pool.getConnection()
        .onSuccess(c -> waited.record(System.nanoTime() - asked, TimeUnit.NANOSECONDS))
        .onFailure(t -> refused.increment())
        .recover(Failures::infrastructure);
  }

  /** Counts a transaction's connection for as long as it is held. */
  <T> Future<T> held(Supplier<Future<T>> work) {
    connections.incrementAndGet();
    return work.get().onComplete(done -> connections.decrementAndGet());
  }

  private final class Watched implements Session {

    private final SqlClient client;
    private final Caller caller;

    Watched(SqlClient client, Caller caller) {
      this.client = client;
      this.caller = caller;
    }

    @Override
    public Future<RowSet<Row>> run(String statement, Tuple values) {
      return watch(statement, () -> client.preparedQuery(statement).execute(values));
    }

    @Override
    public Future<RowSet<Row>> batch(String statement, List<Tuple> values) {
      return watch(statement, () -> client.preparedQuery(statement).executeBatch(values));
    }

    private Future<RowSet<Row>> watch(String statement, Supplier<Future<RowSet<Row>>> send) {
      if (underWay.incrementAndGet() > bound) {
        underWay.decrementAndGet();
        refused.increment();
        return Future.failedFuture(Failures.full());
      }
      long begun = System.nanoTime();
      return deadlines
          .within(send.get())
          .onComplete(done -> done(statement, System.nanoTime() - begun))
          .recover(Failures::infrastructure);
    }

    private void done(String statement, long nanos) {
      underWay.decrementAndGet();
      if (nanos > SLOW) {
        slow.increment();
        LOG.warn(
            "slow statement: {} ms in {} (request {}): {}",
            nanos / 1_000_000,
            caller.operation(),
            caller.requestId(),
            statement.strip().replaceAll("\\s+", " "));
      }
    }
  }
}
