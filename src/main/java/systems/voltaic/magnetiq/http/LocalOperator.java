package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;
import systems.voltaic.magnetiq.access.Caller;

/**
 * For the addresses that machines watch: whoever sits on this machine, or on a named network, may
 * read how it is doing; everybody else says who it is.
 */
public final class LocalOperator implements Identities {

  private static final Set<String> MAY = Set.of("system:read");

  private final List<Cidr> operators;
  private final Identities others;

  public LocalOperator(List<String> operators, Identities others) {
    this.operators = Cidr.all(operators);
    this.others = others;
  }

  @Override
  public Future<Caller> identify(Exchange exchange, String operationId) {
    boolean local = isOperator(exchange.client()) && !isSentByForeignPage(exchange);
    return local && !exchange.request().headers().contains("authorization")
        ? Future.succeededFuture(operator(exchange, operationId))
        : others.identify(exchange, operationId);
  }

  private static Caller operator(Exchange exchange, String operationId) {
    return new Caller(
        "operator",
        exchange.limitKey(),
        exchange.requestId(),
        operationId,
        exchange.language(),
        MAY);
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
