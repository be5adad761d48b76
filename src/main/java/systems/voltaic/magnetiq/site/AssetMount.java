package systems.voltaic.magnetiq.site;

import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import java.util.function.Predicate;
import systems.voltaic.magnetiq.cache.Reply;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Exchange;
import systems.voltaic.magnetiq.http.HttpMetrics;
import systems.voltaic.magnetiq.http.Mount;
import systems.voltaic.magnetiq.http.Refusal;

/** Built files in an address space. */
public final class AssetMount implements Mount {

  private static final String ASSETS = "/assets/";

  private final SpaFiles files;
  private final Predicate<String> paths;
  private final Optional<KeptAssets> kept;
  private final HttpMetrics.Route plain;
  private final HttpMetrics.Route assets;

  /**
   * @param paths which of the address space it serves
   * @param kept where files of other builds are, if anywhere
   */
  public AssetMount(
      SpaFiles files, Predicate<String> paths, Optional<KeptAssets> kept, HttpMetrics metrics) {
    this.files = files;
    this.paths = paths;
    this.kept = kept;
    this.plain = metrics.route("GET", "/{file}");
    this.assets = metrics.route("GET", "/assets/{file}");
  }

  @Override
  public boolean serves(String path) {
    return paths.test(path) && (path.startsWith(ASSETS) || files.find(path) != null);
  }

  @Override
  public void handle(Exchange exchange) {
    var request = exchange.request();
    String path = request.path();
    exchange.route(path.startsWith(ASSETS) ? assets : plain);
    if (!HttpMethod.GET.equals(request.method()) && !HttpMethod.HEAD.equals(request.method())) {
      throw Refusal.onlyReads();
    }
    SpaFiles.File file = files.find(path);
    if (file != null) {
      Reply.file(request, file.bytes(), file.policy(), exchange);
    } else {
      ofOtherBuilds(path, exchange);
    }
  }

  private void ofOtherBuilds(String path, Exchange exchange) {
    kept.orElseThrow(Refusal::noSuchPage)
        .find(path)
        .onSuccess(found -> Reply.file(exchange.request(), found, KeptAssets.POLICY, exchange))
        .onFailure(reason -> exchange.fail(missing(reason) ? Refusal.noSuchPage() : reason));
  }

  private static boolean missing(Throwable reason) {
    return reason instanceof Fault fault && fault.kind() == Fault.Kind.NOT_FOUND;
  }
}
