package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.http.Exchange;
import systems.voltaic.magnetiq.http.Identities;

/**
 * Who reads a page: a browser that goes to an address sends no token, but the cookie of a session.
 * Good for reading only, which is all that pages do.
 */
final class PageVisitors implements Identities {

  private static final Caller CALLER = Caller.system("access");

  private final Db db;
  private final SignedIn signedIn;
  private final LiveAccess access;
  private final SessionSql sql = new SessionSql();

  PageVisitors(Db db, SignedIn signedIn, LiveAccess access) {
    this.db = db;
    this.signedIn = signedIn;
    this.access = access;
  }

  @Override
  public Future<Caller> identify(Exchange exchange, String operationId) {
    Optional<SessionCookie> cookie =
        exchange.envelope().cookie(SessionCookie.NAME).flatMap(SessionCookie::parse);
    return cookie.isEmpty()
        ? signedIn.identify(exchange, operationId)
        : known(cookie.get())
            .map(found -> caller(found, exchange, operationId))
            .otherwise(unreadable -> exchange.stranger(operationId));
  }

  private Future<Optional<Known>> known(SessionCookie cookie) {
    return sql.isGood(db.primary(CALLER), cookie.session(), cookie.hash())
        .compose(
            good ->
                good
                    ? access.session(cookie.session(), Instant.EPOCH)
                    : Future.succeededFuture(Optional.empty()));
  }

  private static Caller caller(Optional<Known> found, Exchange exchange, String operationId) {
    return found
        .map(known -> SignedIn.caller(known, exchange, operationId))
        .orElseGet(() -> exchange.stranger(operationId));
  }
}
