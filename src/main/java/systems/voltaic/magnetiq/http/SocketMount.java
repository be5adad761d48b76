package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import systems.voltaic.magnetiq.fault.Fault;

/** The address where pages of this installation keep a connection open. */
public final class SocketMount implements Mount {

  /** Who holds the door. */
  @FunctionalInterface
  public interface Door {

    /** What is to become of the connection of who brought this ticket; fails for who may not. */
    Future<Consumer<ServerWebSocket>> admit(String ticket);
  }

  private static final int LONGEST_TICKET = 100;
  private static final String RULE = "api";

  private final String path;
  private final String scheme;
  private final Set<String> origins;
  private final Door door;
  private final RateLimiter limiter;
  private final HttpMetrics.Route route;

  public SocketMount(
      String path, HttpConfig config, Door door, RateLimiter limiter, HttpMetrics metrics) {
    URI base = config.baseUrl();
    this.path = path;
    this.scheme = base.getScheme();
    this.origins = new HashSet<>(config.corsOrigins());
    this.origins.add(scheme + "://" + base.getRawAuthority());
    this.door = door;
    this.limiter = limiter;
    this.route = metrics.route("GET", path);
  }

  @Override
  public boolean serves(String asked) {
    return asked.equals(path);
  }

  @Override
  public void handle(Exchange exchange) {
    HttpServerRequest request = exchange.request();
    exchange.route(route);
    if (!HttpMethod.GET.equals(request.method())) {
      throw new Refusal(405, "method-not-allowed", Map.of("allow", "GET"));
    }
    if (!"websocket".equalsIgnoreCase(request.headers().get("upgrade"))) {
      throw new Refusal(426, "upgrade-required", Map.of("upgrade", "websocket"));
    }
    requireOwnPage(request);
    String ticket = request.getParam("ticket", "");
    if (ticket.isEmpty() || ticket.length() > LONGEST_TICKET) {
      throw Fault.of(Fault.Kind.UNAUTHENTICATED, "unauthenticated", "who are you?");
    }
    request.pause();
    limiter
        .take(RULE, exchange.limitKey())
        .compose(verdict -> admitted(exchange, verdict, ticket))
        .compose(guest -> request.toWebSocket().onSuccess(guest::accept))
        .onSuccess(open -> exchange.end(101))
        .onFailure(exchange::fail);
  }

  private Future<Consumer<ServerWebSocket>> admitted(
      Exchange exchange, RateLimiter.Verdict verdict, String ticket) {
    exchange.count(verdict);
    return door.admit(ticket);
  }

  /** Only browsers are let in here, and they say where a page is from. */
  private void requireOwnPage(HttpServerRequest request) {
    List<String> said = request.headers().getAll("origin");
    String host = request.headers().get("host");
    if (said.size() != 1
        || !(origins.contains(said.get(0)) || said.get(0).equals(scheme + "://" + host))) {
      throw new Refusal(403, "origin-not-allowed");
    }
  }
}
