package systems.voltaic.magnetiq.db;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.List;
import java.util.function.Function;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.loop.PerLoop;

/** Postgres: on each event loop one pipelined connection for reads and a small pool for writes. */
public final class PgDb implements Db {

  private static final Caller PING = Caller.system("health");

  private final PerLoop<Lane> lanes;
  private final Pool spare;
  private final Statements statements;
  private final Replicas replicas;
  private final RecentWriters writers;
  private final Db background;

  private PgDb(
      PerLoop<Lane> lanes,
      Pool spare,
      Statements statements,
      Replicas replicas,
      RecentWriters writers,
      Db background) {
    this.lanes = lanes;
    this.spare = spare;
    this.statements = statements;
    this.replicas = replicas;
    this.writers = writers;
    this.background = background;
  }

  /** Call from the context that outlives every user: the connections are closed with it. */
  public static PgDb open(
      Vertx vertx, DbConfig config, int loops, RecentWriters writers, MeterRegistry meters) {
    var statements = new Statements(vertx, config, meters);
    var budget = Budget.of(config.connections(), loops);
    var lanes = new PerLoop<>(loops, i -> Lane.open(vertx, config, budget, i));
    var spare = Lane.pool(vertx, config, "background", budget.background());
    var work =
        new PgDb(PerLoop.same(new Lane(spare, spare)), spare, statements, null, writers, null);
    var replicas = config.replicas().isEmpty() ? null : Replicas.watch(vertx, config, loops, spare);
    return new PgDb(lanes, spare, statements, replicas, writers, work);
  }

  @Override
  public Session reads(Caller caller) {
    if (replicas == null || !writers.canTell() || writers.wrote(caller.client())) {
      return primary(caller);
    }
    Session primary = primary(caller);
    return replicas
        .pick()
        .map(r -> statements.on(r, caller))
        .<Session>map(r -> new OrElse(r, primary))
        .orElse(primary);
  }

  @Override
  public Session primary(Caller caller) {
    return statements.on(lanes.get().reads(), caller);
  }

  @Override
  public <T> Future<T> transaction(Caller caller, Function<Tx, Future<T>> work) {
    return connected(c -> within(c, caller, work));
  }

  @Override
  public <T> Future<T> autocommit(Caller caller, Function<Session, Future<T>> work) {
    return connected(c -> apply(work, statements.on(c, caller)))
        .onSuccess(committed -> mark(caller));
  }

  private <T> Future<T> connected(Function<SqlConnection, Future<T>> work) {
    return statements
        .connection(lanes.get().writes())
        .compose(c -> statements.held(() -> work.apply(c)).eventually(c::close));
  }

  /** The same database over connections that requests never wait for: for verticles that work. */
  public Db background() {
    return background;
  }

  /** Each replica with how far it is behind; empty when there is none. */
  public List<Replicas.State> replicaStates() {
    return replicas == null ? List.of() : replicas.states();
  }

  /** Succeeds when the primary answers. */
  public Future<Void> ping() {
    return primary(PING).run("SELECT 1").mapEmpty();
  }

  public Future<String> version() {
    return primary(PING)
        .run("SHOW server_version")
        .map(rows -> rows.iterator().next().getString(0));
  }

  /** Takes as long as it takes, on a connection of the background's. */
  public Future<Void> vacuum() {
    return spare
        .withConnection(
            c ->
                c.query("SET statement_timeout = 0")
                    .execute()
                    .compose(unlimited -> c.query("VACUUM (ANALYZE)").execute())
                    .eventually(() -> c.query("RESET statement_timeout").execute()))
        .mapEmpty();
  }

  private <T> Future<T> within(
      SqlConnection connection, Caller caller, Function<Tx, Future<T>> work) {
    var tx = new Tx(statements.on(connection, caller), caller);
    return connection
        .begin()
        .recover(Failures::infrastructure)
        .compose(open -> apply(work, tx).transform(done -> end(open, tx, done)));
  }

  private static <S, T> Future<T> apply(Function<S, Future<T>> work, S session) {
    try {
      return work.apply(session);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private <T> Future<T> end(Transaction open, Tx tx, AsyncResult<T> done) {
    if (done.failed()) {
      return open.rollback().transform(rolledBack -> Future.failedFuture(done.cause()));
    }
    return open.commit()
        .recover(Failures::infrastructure)
        .map(done.result())
        .onSuccess(committed -> announce(tx));
  }

  private void announce(Tx tx) {
    mark(tx.caller());
    tx.committed();
  }

  private void mark(Caller writer) {
    if (replicas != null) {
      writers.mark(writer.client());
    }
  }
}
