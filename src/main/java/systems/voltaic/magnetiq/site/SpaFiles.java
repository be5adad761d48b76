package systems.voltaic.magnetiq.site;

import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Exchange;
import systems.voltaic.magnetiq.http.HttpMetrics;
import systems.voltaic.magnetiq.http.Mount;

/** The pages and assets of the single-page app. */
public final class SpaFiles implements Mount {

  private final HttpMetrics.Route route;
  private final Map<String, Answer> files = new HashMap<>();

  public SpaFiles(HttpMetrics metrics) {
    this.route = metrics.route("GET", "/");
    Packaged.below("spa").forEach(this::add);
  }

  private void add(String path, Buffer body) {
    files.put("/" + path, Answer.text("text/html; charset=utf-8", body));
  }

  @Override
  public boolean serves(String path) {
    return true;
  }

  @Override
  public void handle(Exchange exchange) {
    exchange.route(route);
    String path = exchange.request().path();
    exchange.answer(
        files.getOrDefault(path.equals("/") ? "/index.html" : path, Answer.noContent()));
  }
}
