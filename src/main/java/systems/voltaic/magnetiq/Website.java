package systems.voltaic.magnetiq;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.http.HttpMetrics;
import systems.voltaic.magnetiq.http.Identities;
import systems.voltaic.magnetiq.http.Mount;
import systems.voltaic.magnetiq.site.AdminMount;
import systems.voltaic.magnetiq.site.AssetMount;
import systems.voltaic.magnetiq.site.KeptAssets;
import systems.voltaic.magnetiq.site.PublicSite;
import systems.voltaic.magnetiq.site.SpaFiles;
import systems.voltaic.magnetiq.site.render.RenderLimits;
import systems.voltaic.magnetiq.site.render.Renderer;
import systems.voltaic.magnetiq.site.render.Script;

/** What an instance needs to show the site to visitors. */
final class Website {

  private static final Logger LOG = LoggerFactory.getLogger(Website.class);
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final Caller KEEPER = Caller.system("assets");

  private final Kernel kernel;
  private final Renderer renderer;
  private final PublicSite site;
  private final KeptAssets assets;

  Website(Kernel kernel, Features features, Renderer renderer) {
    this.kernel = kernel;
    this.assets = features.assets();
    this.renderer = renderer;
    this.site =
        new PublicSite(
            kernel.vertx(), kernel.answers(), renderer, features.content(), features.maintenance());
  }

  /** Begins to load what takes longest, beside all other steps of the start. */
  static Renderer renderer(Kernel kernel) {
    var limits = RenderLimits.standard();
    var renderer = new Renderer(kernel.vertx(), Script.packaged(), limits, kernel.meters());
    renderer.start();
    return renderer;
  }

  List<Mount> mounts(
      SpaFiles files, Predicate<String> paths, Identities identities, HttpMetrics metrics) {
    return List.of(
        new AdminMount(files, paths, metrics),
        new AssetMount(files, paths, Optional.of(assets), metrics),
        site.mount(identities, metrics));
  }

  Future<Void> prepare() {
    return site.prepare();
  }

  /** What can wait until the instance serves. */
  void settle(SpaFiles files) {
    site.prepareForTrouble().onComplete(made -> keep(files));
    kernel.vertx().setPeriodic(DAY, again -> keep(files));
  }

  private void keep(SpaFiles files) {
    assets
        .keep(files, site.build(), KEEPER)
        .onFailure(e -> LOG.warn("the files of this build are not kept: {}", e.getMessage()));
  }

  void stop() {
    renderer.close();
  }
}
