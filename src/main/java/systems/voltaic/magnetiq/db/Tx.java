package systems.voltaic.magnetiq.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import systems.voltaic.magnetiq.access.Caller;

/** An open transaction, who opened it, and what is to happen once it is committed. */
public final class Tx implements Session {

  private final Session statements;
  private final Caller caller;
  private final List<Runnable> afterCommit;

  Tx(Session statements, Caller caller) {
    this(statements, caller, new ArrayList<>());
  }

  private Tx(Session statements, Caller caller, List<Runnable> afterCommit) {
    this.statements = statements;
    this.caller = caller;
    this.afterCommit = afterCommit;
  }

  /** The same transaction, once it is known whose call it is. */
  public Tx behind(String actor) {
    return new Tx(statements, caller.behind(actor), afterCommit);
  }

  @Override
  public Future<RowSet<Row>> run(String statement, Tuple values) {
    return statements.run(statement, values);
  }

  @Override
  public Future<RowSet<Row>> batch(String statement, List<Tuple> values) {
    return statements.batch(statement, values);
  }

  public Caller caller() {
    return caller;
  }

  /** A hint such as a wake-up: it may be lost with the process, so it must never carry work. */
  public void afterCommit(Runnable hint) {
    afterCommit.add(hint);
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }
}
