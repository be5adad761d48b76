package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import java.util.function.Function;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;

/** Writes the claim of a call into its own transaction, so that claim and effect are one. */
final class ClaimingDb implements Db {

  /** Somebody else has carried out this call, or is at it. */
  static final class Taken extends RuntimeException {

    private static final long serialVersionUID = 1;

    Taken() {
      super("taken", null, false, false);
    }
  }

  private final Db db;
  private final Claims claims;
  private final IdempotencySql sql;

  ClaimingDb(Db db, Claims claims, IdempotencySql sql) {
    this.db = db;
    this.claims = claims;
    this.sql = sql;
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
    Claim claim = claims.get(caller);
    if (claim == null || !claim.make()) {
      return db.transaction(caller, work);
    }
    return db.transaction(
        caller, tx -> sql.claim(tx, claim).compose(mine -> mine ? work.apply(tx) : taken()));
  }

  private static <T> Future<T> taken() {
    return Future.failedFuture(new Taken());
  }
}
