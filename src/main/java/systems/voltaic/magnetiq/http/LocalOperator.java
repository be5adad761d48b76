package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;
import systems.voltaic.magnetiq.access.Caller;

/** Until people exist: whoever sits on this machine, or on a named network, may do everything. */
public final class LocalOperator implements Identities {

  private static final Set<String> EVERYTHING = Set.of("*");

  private final List<Cidr> operators;

  public LocalOperator(List<String> operators) {
    this.operators = Cidr.all(operators);
  }

  @Override
  public Future<Caller> identify(Exchange exchange, String operationId) {
    boolean local = isOperator(exchange.client()) && !isSentByForeignPage(exchange);
    return Future.succeededFuture(
        new Caller(
            local ? "operator" : ANONYMOUS,
            exchange.client().limitKey(),
            exchange.requestId(),
            operationId,
            exchange.language(),
            local ? EVERYTHING : Set.of()));
  }

  private boolean isOperator(Client client) {
    return client.isLoopback() || client.isDirectlyFrom(operators);
  }

  /** A page of somebody else, open in the operator's browser, is not the operator. */
  private static boolean isSentByForeignPage(Exchange exchange) {
    MultiMap headers = exchange.request().headers();
    String site = headers.get("sec-fetch-site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = headers.get("origin");
    return origin != null && !origin.endsWith("://" + headers.get("host"));
  }
}
