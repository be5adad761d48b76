package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import systems.voltaic.magnetiq.access.Caller;

/** Lets whoever sits on this machine do everything; everybody else is nobody. */
public final class Owner implements Identities {

  private final Identities local;

  public Owner(List<String> operators) {
    this.local = new LocalOperator(operators, Owner::nobody);
  }

  @Override
  public Future<Caller> identify(Exchange exchange, String operationId) {
    return local.identify(exchange, operationId).map(Owner::owner);
  }

  private static Future<Caller> nobody(Exchange exchange, String operationId) {
    return Future.succeededFuture(exchange.stranger(operationId));
  }

  private static Caller owner(Caller caller) {
    return caller.actor().equals(ANONYMOUS)
        ? caller
        : new Caller(
            caller.actor(),
            caller.client(),
            caller.requestId(),
            caller.operation(),
            caller.language(),
            Set.of("*"));
  }
}
