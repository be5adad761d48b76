package systems.voltaic.magnetiq.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * Where statements go: a replica, the primary, or an open transaction. Only `*Sql` classes use it.
 */
public interface Session {

  Future<RowSet<Row>> run(String statement, Tuple values);

  /** One round trip for many rows of values. */
  Future<RowSet<Row>> batch(String statement, List<Tuple> values);

  default Future<RowSet<Row>> run(String statement) {
    return run(statement, Tuple.tuple());
  }
}
