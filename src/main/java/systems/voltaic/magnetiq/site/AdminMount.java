package systems.voltaic.magnetiq.site;

import io.vertx.core.http.HttpMethod;
import java.util.function.Predicate;
import systems.voltaic.magnetiq.cache.Reply;
import systems.voltaic.magnetiq.http.Exchange;
import systems.voltaic.magnetiq.http.HttpMetrics;
import systems.voltaic.magnetiq.http.Mount;
import systems.voltaic.magnetiq.http.Refusal;

/**
 * The workplace of staff: one document at every address below /admin; its script finds the screen.
 */
public final class AdminMount implements Mount {

  private static final String ROOT = "/admin";

  private final SpaFiles files;
  private final Predicate<String> paths;
  private final HttpMetrics.Route route;

  /**
   * @param paths which of the address space is served
   */
  public AdminMount(SpaFiles files, Predicate<String> paths, HttpMetrics metrics) {
    this.files = files;
    this.paths = paths;
    this.route = metrics.route("GET", "/admin/{screen}");
  }

  public static boolean owns(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  @Override
  public boolean serves(String path) {
    return owns(path) && paths.test(path);
  }

  @Override
  public void handle(Exchange exchange) {
    var request = exchange.request();
    exchange.route(route);
    if (!HttpMethod.GET.equals(request.method()) && !HttpMethod.HEAD.equals(request.method())) {
      throw Refusal.onlyReads();
    }
    SpaFiles.File document = files.admin();
    Reply.write(request, document.bytes(), document.policy(), exchange);
  }
}
