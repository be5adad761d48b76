package systems.voltaic.magnetiq.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.fault.Fault;

/** Reads again on the primary what a replica that just went away could not answer. */
record OrElse(Session replica, Session primary) implements Session {

  @Override
  public Future<RowSet<Row>> run(String statement, Tuple values) {
    return replica
        .run(statement, values)
        .recover(t -> again(t, () -> primary.run(statement, values)));
  }

  @Override
  public Future<RowSet<Row>> batch(String statement, List<Tuple> values) {
    return replica
        .batch(statement, values)
        .recover(t -> again(t, () -> primary.batch(statement, values)));
  }

  private static Future<RowSet<Row>> again(Throwable failure, Supplier<Future<RowSet<Row>>> read) {
    return failure instanceof Fault ? read.get() : Future.failedFuture(failure);
  }
}
