package systems.voltaic.magnetiq.db;

import io.vertx.core.Future;
import java.util.function.Function;
import systems.voltaic.magnetiq.access.Caller;

/** The database as features see it. */
public interface Db {

  /** Short indexed autocommit reads: a healthy replica, or the primary for who just wrote. */
  Session reads(Caller caller);

  /** The same on the primary only. */
  Session primary(Caller caller);

  /** Commits when the work's future succeeds, rolls back when it fails. */
  <T> Future<T> transaction(Caller caller, Function<Tx, Future<T>> work);

  /** Each statement commits by itself: a write that is one takes one round trip, not three. */
  default <T> Future<T> autocommit(Caller caller, Function<Session, Future<T>> work) {
    return transaction(caller, work::apply);
  }
}
