package systems.voltaic.magnetiq.site;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Exchange;
import systems.voltaic.magnetiq.http.HttpMetrics;
import systems.voltaic.magnetiq.http.Identities;
import systems.voltaic.magnetiq.http.Mount;
import systems.voltaic.magnetiq.http.Refusal;

/** The pages of the site in the address space. */
final class PageMount implements Mount {

  private static final String STAFF = "settings:manage";
  private static final String ROUTE = "/{page}";

  private final PageAnswers pages;
  private final Maintenance maintenance;
  private final Identities identities;
  private final HttpMetrics.Route route;

  PageMount(
      PageAnswers pages, Maintenance maintenance, Identities identities, HttpMetrics metrics) {
    this.pages = pages;
    this.maintenance = maintenance;
    this.identities = identities;
    this.route = metrics.route("GET", ROUTE);
  }

  @Override
  public boolean serves(String path) {
    return true;
  }

  @Override
  public void handle(Exchange exchange) {
    HttpServerRequest request = exchange.request();
    exchange.route(route);
    if (!HttpMethod.GET.equals(request.method()) && !HttpMethod.HEAD.equals(request.method())) {
      throw Refusal.onlyReads();
    }
    if (maintenance.on().getAsBoolean()) {
      identities
          .identify(exchange, ROUTE)
          .onSuccess(caller -> closed(exchange, caller))
          .onFailure(exchange::fail);
    } else {
      page(exchange);
    }
  }

  private void closed(Exchange exchange, Caller caller) {
    if (caller.may(STAFF)) {
      exchange.keepPrivate();
      page(exchange);
    } else {
      pages.status(StatusPage.MAINTENANCE, languageOf(exchange), exchange.request(), exchange);
    }
  }

  private void page(Exchange exchange) {
    HttpServerRequest request = exchange.request();
    Optional<Address> address = Address.of(request.path());
    if (address.isEmpty()) {
      pages.status(StatusPage.MISSING, languageOf(exchange), request, exchange);
      return;
    }
    String canonical = Address.canonical(request.path());
    if (canonical.equals(request.path())) {
      pages.answer(address.get(), request, exchange);
    } else {
      exchange.answer(moved(canonical, request.query()));
    }
  }

  private static Answer moved(String path, String query) {
    String location = query == null ? path : path + "?" + query;
    return new Answer(301, null, Buffer.buffer(), Map.of())
        .with("location", location)
        .with("cache-control", "public, max-age=0, s-maxage=60");
  }

  private static Language languageOf(Exchange exchange) {
    String path = exchange.request().path();
    return path.equals("/de") || path.startsWith("/de/") ? Language.DE : Language.EN;
  }
}
