package systems.voltaic.magnetiq.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What every request passes first: its id, its client, the name it asks for, its origin. */
final class Edge {

  private final Proxies proxies;
  private final Hosts hosts;
  private final Cors cors;
  private final Answers answers;
  private final Supplier<UUID> ids;
  private final LongSupplier nanos;

  Edge(HttpConfig config, Answers answers, Supplier<UUID> ids, LongSupplier nanos) {
    this.proxies = new Proxies(config.trustedProxies());
    this.hosts = new Hosts(config);
    this.cors = new Cors(Set.copyOf(config.corsOrigins()));
    this.answers = answers;
    this.ids = ids;
    this.nanos = nanos;
  }

  Exchange open(HttpServerRequest request) {
    String given = request.headers().get(Answers.REQUEST_ID);
    String id = given != null && isRequestId(given) ? given : ids.get().toString();
    return new Exchange(request, answers, id, proxies.client(request), nanos.getAsLong());
  }

  /** False when the exchange needs nothing more. */
  boolean admit(Exchange exchange) {
    HttpServerRequest request = exchange.request();
    hosts.check(request.headers().get(HttpHeaders.HOST));
    String origin = request.headers().get(HttpHeaders.ORIGIN);
    if (origin == null) {
      return true;
    }
    boolean preflight = Cors.isPreflight(request, origin);
    if (!cors.allows(origin)) {
      if (preflight) {
        throw new Refusal(403, "origin-not-allowed");
      }
      return true;
    }
    var headers = request.response().headers();
    cors.mark(headers, origin);
    if (preflight) {
      cors.markPreflight(headers);
      exchange.answer(Answer.noContent());
    }
    return !preflight;
  }

  private static boolean isRequestId(String text) {
    if (text.length() < 8 || text.length() > 64) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!word && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }
}
