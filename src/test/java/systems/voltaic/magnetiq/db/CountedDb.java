package systems.voltaic.magnetiq.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import systems.voltaic.magnetiq.access.Caller;

/** Counts the statements that are sent through it. */
public final class CountedDb implements Db {

  private final Db db;
  private final AtomicInteger statements = new AtomicInteger();

  public CountedDb(Db db) {
    this.db = db;
  }

  public int statements() {
    return statements.get();
  }

  @Override
  public Session reads(Caller caller) {
    return new Counted(db.reads(caller));
  }

  @Override
  public Session primary(Caller caller) {
    return new Counted(db.primary(caller));
  }

  @Override
  public <T> Future<T> transaction(Caller caller, Function<Tx, Future<T>> work) {
    return db.transaction(caller, tx -> work.apply(counted(tx, caller)));
  }

  private Tx counted(Tx tx, Caller caller) {
    var counted = new Tx(new Counted(tx), caller);
    tx.afterCommit(counted::committed);
    return counted;
  }

  private final class Counted implements Session {

    private final Session session;

    Counted(Session session) {
      this.session = session;
    }

    @Override
    public Future<RowSet<Row>> run(String statement, Tuple values) {
      statements.incrementAndGet();
      return session.run(statement, values);
    }

    @Override
    public Future<RowSet<Row>> batch(String statement, List<Tuple> values) {
      statements.incrementAndGet();
      return session.batch(statement, values);
    }
  }
}
