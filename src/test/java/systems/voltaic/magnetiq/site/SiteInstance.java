package systems.voltaic.magnetiq.site;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import systems.voltaic.magnetiq.cache.AnswerCache;
import systems.voltaic.magnetiq.cache.CacheConfig;
import systems.voltaic.magnetiq.http.Front;
import systems.voltaic.magnetiq.http.HttpConfig;
import systems.voltaic.magnetiq.http.HttpMetrics;
import systems.voltaic.magnetiq.http.Messages;
import systems.voltaic.magnetiq.http.Owner;
import systems.voltaic.magnetiq.http.Surface;
import systems.voltaic.magnetiq.redis.RedisLink;
import systems.voltaic.magnetiq.redis.RedisServer;
import systems.voltaic.magnetiq.site.render.RenderLimits;
import systems.voltaic.magnetiq.site.render.Renderer;
import systems.voltaic.magnetiq.site.render.Script;

/** What one instance of the program has of the site, with components of a few lines. */
final class SiteInstance implements AutoCloseable {

  private static final String SCRIPT =
      """
      globalThis.magnetiqRender = (json) => {
        const view = JSON.parse(json);
        const title = view.page ? view.page.title : view.kind;
        if (title === 'Forever') for (;;) {}
        const language = view.path.startsWith('/de') ? 'de' : 'en';
        return JSON.stringify({ language, head: `<title>${title}</title>`,
          body: `<h1>${title}</h1>` + (view.message ?? '') + '<p>words</p>'.repeat(50) });
      };
      """;
  private static final RenderLimits LIMITS =
      new RenderLimits(1, 8, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));

  final Vertx vertx =
      Vertx.vertx(
          new VertxOptions()
              .setEventLoopPoolSize(2)
              .setMaxEventLoopExecuteTime(200)
              .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS));
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final AtomicBoolean closed = new AtomicBoolean();
  final AnswerCache cache;
  final Renderer renderer;
  final PublicSite site;
  private final RedisLink redis;
  private final SpaFiles files;
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  SiteInstance(RedisServer server, Content content) {
    this(server, content, List.of());
  }

  SiteInstance(RedisServer server, Content content, List<String> proxies) {
    redis = new RedisLink(vertx, server.config(), registry, new Random(1), Clock.systemUTC());
    cache =
        new AnswerCache(
            vertx,
            redis,
            CacheConfig.standard(),
            registry,
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString());
    redis.start().await();
    cache.start().await();
    renderer = new Renderer(vertx, new Script(SCRIPT), LIMITS, registry);
    renderer.start();
    var maintenance = new Maintenance(closed::get, language -> "Back soon " + language);
    site = new PublicSite(vertx, cache, renderer, content, maintenance);
    files = SpaFiles.load(vertx, Clock.systemUTC().instant()).await();
    port = open(proxies);
  }

  /** The path of some built file. */
  String asset(String ending) {
    return files.fingerprinted().keySet().stream()
        .filter(path -> path.endsWith(ending))
        .findFirst()
        .orElseThrow();
  }

  HttpResponse<byte[]> bytes(String path, String... headers)
      throws IOException, InterruptedException {
    var request = headers.length == 0 ? to(path) : to(path).headers(headers);
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private int open(List<String> proxies) {
    var config =
        new HttpConfig(
            "127.0.0.1",
            0,
            URI.create("http://site.test"),
            true,
            List.of("site.test"),
            List.of(),
            proxies,
            List.of(),
            1_000_000,
            true,
            false,
            EnumSet.allOf(Surface.class),
            Optional.empty(),
            Optional.empty());
    var metrics = new HttpMetrics(registry, System::nanoTime);
    var mounts =
        List.of(
            new AssetMount(files, path -> true, Optional.empty(), metrics),
            site.mount(new Owner(List.of()), metrics));
    var front =
        new Front(
            config,
            new Messages(),
            metrics,
            UUID::randomUUID,
            System::nanoTime,
            Clock.systemUTC(),
            mounts);
    var opened = new AtomicInteger();
    vertx.deployVerticle(new SiteVerticle(config, front, opened::set)).await();
    return opened.get();
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = headers.length == 0 ? to(path) : to(path).headers(headers);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> ask(String path) {
    return client.sendAsync(to(path).build(), BodyHandlers.ofString());
  }

  HttpClient client() {
    return client;
  }

  long renders() {
    return registry.get("page_render").timer().count();
  }

  @Override
  public void close() {
    renderer.close();
    redis.close().await();
    vertx.close().await();
  }
}
