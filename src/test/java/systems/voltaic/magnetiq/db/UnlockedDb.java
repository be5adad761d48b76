package systems.voltaic.magnetiq.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import systems.voltaic.magnetiq.access.Caller;

/** A database that holds no row for anybody: what races look like when nothing guards. */
public record UnlockedDb(Db db) implements Db {

  private record Unlocked(Session session) implements Session {

    @Override
    public Future<RowSet<Row>> run(String statement, Tuple values) {
      return session.run(statement.replaceAll("FOR UPDATE( OF \\w+)?", ""), values);
    }

    @Override
    public Future<RowSet<Row>> batch(String statement, List<Tuple> values) {
      return session.batch(statement, values);
    }
  }

  @Override
  public Session reads(Caller caller) {
    return db.reads(caller);
  }

  @Override
  public Session primary(Caller caller) {
    return db.primary(caller);
  }

  @Override
  public <T> Future<T> transaction(Caller caller, Function<Tx, Future<T>> work) {
    return db.transaction(caller, tx -> work.apply(new Tx(new Unlocked(tx), caller)));
  }
}
