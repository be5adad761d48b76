package systems.voltaic.magnetiq.http;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A real ApiVerticle on a free port, serving the test contract. */
final class TestServer implements AutoCloseable {

  static final HttpConfig CONFIG =
      new HttpConfig(
          "127.0.0.1",
          0,
          URI.create("http://shelf.test"),
          true,
          List.of("books.example.com"),
          List.of("https://pages.example.com"),
          List.of(),
          List.of(),
          1_000_000,
          true,
          true,
          EnumSet.allOf(Surface.class),
          Optional.empty(),
          Optional.empty());

  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final Shelf shelf = new Shelf();
  final Front front;
  final int port;
  private final Vertx vertx;
  final HttpClient client = HttpClient.newHttpClient();

  private TestServer(HttpConfig config, Function<Vertx, Repeats> repeats) {
    this(
        config,
        Contract.of(Contract.resource("/http/contract.yaml"), config.maxRequestSize()),
        "/http/permissions.yaml",
        null,
        new LocalLimiter(Limits::defaults, Clock.systemUTC()),
        repeats);
  }

  private TestServer(
      HttpConfig config,
      Contract contract,
      String permissions,
      Routes routes,
      RateLimiter limiter,
      Function<Vertx, Repeats> repeats) {
    vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(2)
                .setMaxEventLoopExecuteTime(100)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS));
    var metrics = new HttpMetrics(registry, System::nanoTime);
    var router =
        new ContractRouter(
            config,
            contract,
            Permissions.of(Contract.resource(permissions)),
            List.of(routes == null ? shelf : routes),
            new Owner(config.operators()),
            limiter,
            repeats.apply(vertx),
            metrics);
    front =
        new Front(
            config,
            new Messages(),
            metrics,
            UUID::randomUUID,
            System::nanoTime,
            Clock.systemUTC(),
            List.of(router));
    var opened = new AtomicInteger();
    vertx.deployVerticle(new ApiVerticle(config, front, opened::set)).await();
    port = opened.get();
  }

  static TestServer start() {
    return start(config -> config);
  }

  static TestServer start(UnaryOperator<HttpConfig> change) {
    return new TestServer(change.apply(CONFIG), vertx -> (once, work) -> work.get());
  }

  /** Serves any contract, and counts nothing. */
  static TestServer unlimited(Contract contract, String permissions, Routes routes) {
    var verdict = new RateLimiter.Verdict(true, 1, 1, 1, 0, "");
    return new TestServer(
        CONFIG,
        contract,
        permissions,
        routes,
        (rule, key) -> Future.succeededFuture(verdict),
        vertx -> (once, work) -> work.get());
  }

  static TestServer startWith(Function<Vertx, Repeats> repeats) {
    return new TestServer(CONFIG, repeats);
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(to(path));
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return send(
        to(path)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
