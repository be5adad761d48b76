package systems.voltaic.magnetiq.site;

import io.vertx.core.http.HttpMethod;
import java.util.function.Predicate;
import systems.voltaic.magnetiq.cache.Reply;
import systems.voltaic.magnetiq.http.Exchange;
import systems.voltaic.magnetiq.http.HttpMetrics;
import systems.voltaic.magnetiq.http.Mount;
import systems.voltaic.magnetiq.http.Refusal;

/** The built pages and assets in an address space. */
public final class SpaMount implements Mount {

  private final SpaFiles files;
  private final Predicate<String> paths;
  private final HttpMetrics.Route pages;
  private final HttpMetrics.Route assets;

  /**
   * @param paths which of the address space it serves
   */
  public SpaMount(SpaFiles files, Predicate<String> paths, HttpMetrics metrics) {
    this.files = files;
    this.paths = paths;
    this.pages = metrics.route("GET", "/{page}");
    this.assets = metrics.route("GET", "/assets/{file}");
  }

  @Override
  public boolean serves(String path) {
    return paths.test(path);
  }

  @Override
  public void handle(Exchange exchange) {
    var request = exchange.request();
    String path = request.path();
    exchange.route(path.startsWith("/assets/") ? assets : pages);
    boolean reads =
        HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method());
    if (!reads) {
      throw Refusal.onlyReads();
    }
    SpaFiles.File file = files.find(path);
    if (file == null) {
      throw Refusal.noSuchPage();
    }
    Reply.write(request, file.bytes(), file.policy(), exchange);
  }
}
