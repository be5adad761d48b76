package systems.voltaic.magnetiq.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.testkit.BlockedLoops;

class OpsEndpointsIT {

  private static final Scraped SCRAPED = new Scraped();
  private static final AtomicInteger LOOKS = new AtomicInteger();
  private static final Health HEALTH =
      new Health(SCRAPED.vertx, Clock.systemUTC(), Duration.ofHours(1), List.of(probe()));
  private static WebClient client;
  private static int port;
  private static Lifecycle lifecycle;

  @BeforeAll
  static void listen() {
    HEALTH.start().await();
    var server = SCRAPED.vertx.createHttpServer().requestHandler(OpsEndpointsIT::handle);
    port = server.listen(0, "127.0.0.1").await().actualPort();
    client = WebClient.create(SCRAPED.vertx);
  }

  @BeforeEach
  void start() {
    lifecycle = new Lifecycle();
    endpoints(true);
  }

  @AfterAll
  static void close() {
    client.close();
    SCRAPED.close();
  }

  private static OpsEndpoints endpoints;

  @Test
  void aLivingInstanceSaysSoWhateverElseIsWrong() {
    var answer = get("/health");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.bodyAsJsonObject().fieldNames())
        .containsExactlyInAnyOrder("status", "version", "uptimeSeconds");
  }

  @Test
  void itIsReadyOnlyBetweenStartAndDrainOnASchemaThatFits() {
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/health/startup").statusCode()).isEqualTo(503);
    lifecycle.ready();
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/health/ready").bodyAsJsonObject().getString("status"))
        .isEqualTo("schema-too-old");
    lifecycle.schemaFits(true);
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(get("/health/startup").statusCode()).isEqualTo(200);
    lifecycle.drain();
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/health/startup").statusCode()).isEqualTo(200);
  }

  @Test
  void aDependencyThatIsAwayDegradesButStaysReady() {
    lifecycle.schemaFits(true);
    lifecycle.ready();
    var answer = get("/health/ready");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.bodyAsJsonObject().getString("health")).isEqualTo("degraded");
  }

  @Test
  void onlyInsidersSeeDetail() {
    assertThat(get("/health/detailed?outside").bodyAsJsonObject().fieldNames())
        .containsExactlyInAnyOrder("status", "version");
    assertThat(get("/health/detailed").bodyAsJsonObject().getJsonArray("probes")).hasSize(1);
  }

  @Test
  void onlyInsidersSeeMetrics() {
    assertThat(get("/metrics?outside").statusCode()).isEqualTo(404);
    var page = get("/metrics");
    assertThat(page.getHeader("content-type")).startsWith("text/plain; version=0.0.4");
    assertThat(page.bodyAsString()).contains("http_requests_total{");
  }

  @Test
  void metricsThatAreOffAreNotThere() {
    endpoints(false);
    assertThat(get("/metrics").statusCode()).isEqualTo(404);
  }

  @Test
  void aFloodReachesNoDependencyAndHoldsUpNoLoop() {
    try (var blocked = BlockedLoops.listen()) {
      var answers = IntStream.range(0, 3_000).mapToObj(i -> ask(i % 2 == 0)).toList();
      Future.all(answers).await();
      blocked.assertNone();
    }
    assertThat(LOOKS).hasValue(1);
  }

  private static Future<HttpResponse<Buffer>> ask(boolean metrics) {
    return client.get(port, "127.0.0.1", metrics ? "/metrics" : "/health/detailed").send();
  }

  private static HttpResponse<Buffer> get(String path) {
    return client.get(port, "127.0.0.1", path).send().await();
  }

  private static void endpoints(boolean open) {
    endpoints =
        new OpsEndpoints(
            SCRAPED.vertx,
            Build.read(),
            lifecycle,
            HEALTH,
            open ? SCRAPED.metrics : null,
            Clock.systemUTC());
  }

  private static void handle(HttpServerRequest request) {
    boolean insider = request.query() == null;
    HttpServerResponse response = request.response();
    endpoints
        .answer(request.path(), insider)
        .onSuccess(answer -> write(response, answer))
        .onFailure(missing -> response.setStatusCode(404).end());
  }

  private static void write(HttpServerResponse response, Answer answer) {
    response.setStatusCode(answer.status()).putHeader("content-type", answer.contentType());
    response.end(answer.body());
  }

  private static Probe probe() {
    return Probe.of("redis", Probe.Group.CORE, false, "Nothing visible.", () -> counted(LOOKS));
  }

  private static Future<Finding> counted(AtomicInteger looks) {
    return Future.succeededFuture(Finding.down(Map.of("look", looks.incrementAndGet())));
  }
}
