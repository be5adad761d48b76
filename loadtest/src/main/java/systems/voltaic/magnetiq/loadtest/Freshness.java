package systems.voltaic.magnetiq.loadtest;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How long somebody else is shown the past after a write was answered. */
final class Freshness {

  private static final String SETTING = "/api/v1/settings/company.contactEmail";
  private static final long PATIENCE = 20_000_000_000L;

  /** What a reader sees now. */
  private interface Look {
    String now() throws Exception;
  }

  private final Rig rig;
  private final Profile profile;

  Freshness(Rig rig, Profile profile) {
    this.rig = rig;
    this.profile = profile;
  }

  Figure data() throws Exception {
    var instances = rig.instances(2);
    Look look = () -> Http.get(instances.get(1).url("/api/v1/site")).body();
    return figure("P13", "write on A → fresh data on B, p99", 1000, 50, profile.changes(), look);
  }

  Figure page() throws Exception {
    var instances = rig.instances(3);
    Look look = () -> Http.get(instances.get(2).siteUrl("/")).body();
    return figure("P13h", "write on A → fresh page on C, p99", 1000, 50, profile.changes(), look);
  }

  /** Each change takes about a second, so there are fewer. */
  Figure throughNginx() throws Exception {
    var instances = rig.instances(3);
    var folder = Files.createDirectories(rig.folder().resolve("edge"));
    var options =
        new HttpClientOptions()
            .setSsl(true)
            .setTrustAll(true)
            .setVerifyHost(false)
            .setForceSni(true);
    HttpClient client = rig.vertx().createHttpClient(options);
    Context loop = rig.vertx().getOrCreateContext();
    try (var edge = EdgeNginx.start(folder, instances)) {
      var home = new RequestOptions().setHost("localhost").setPort(edge.port()).setURI("/");
      Supplier<Future<Buffer>> page = () -> page(loop, client, home);
      Until.that("the edge", Duration.ofSeconds(10), () -> isUp(edge, page));
      int changes = Math.max(1, profile.changes() / 5);
      Look look = () -> page.get().await().toString();
      return figure(
          "P13n", "write on A → fresh page through nginx, p99", 2000, 1100, changes, look);
    } finally {
      client.close().await();
    }
  }

  private static boolean isUp(EdgeNginx edge, Supplier<Future<Buffer>> page) throws Exception {
    edge.child().refuseDead();
    return page.get().map(true).otherwise(false).await();
  }

  /** On one loop from request to body: otherwise a body may be over before anybody listens. */
  private static Future<Buffer> page(Context loop, HttpClient client, RequestOptions page) {
    var read = Promise.<Buffer>promise();
    loop.runOnContext(
        ready ->
            client
                .request(page)
                .compose(HttpClientRequest::send)
                .compose(HttpClientResponse::body)
                .onComplete(read));
    return read.future().timeout(10, TimeUnit.SECONDS);
  }

  private Figure figure(String id, String what, double must, double aim, int changes, Look look)
      throws Exception {
    var all = new ArrayList<Double>();
    for (int i = 0; i < changes; i++) {
      all.add(millis(id.toLowerCase(Locale.ROOT) + "-" + i + "@example.com", look));
    }
    all.sort(null);
    double p99 = all.get((int) Math.ceil(all.size() * 0.99) - 1);
    return Figure.most(id, what, " ms", must, aim, List.of(p99))
        .with("median", "%.1f ms", Figure.median(all))
        .with("worst", "%.1f ms", all.get(all.size() - 1))
        .with("changes", all.size() + "");
  }

  private double millis(String value, Look look) throws Exception {
    Instance writer = rig.instance();
    look.now();
    String tag = Http.get(writer.url(SETTING)).headers().firstValue("etag").orElseThrow();
    var written = Http.put(writer.url(SETTING), tag, "{\"value\":\"" + value + "\"}");
    long begun = System.nanoTime();
    if (written.statusCode() != 200) {
      throw new Unusable("the setting cannot be changed: " + written.body());
    }
    while (!look.now().contains(value)) {
      if (System.nanoTime() - begun > PATIENCE) {
        throw new Unusable("the change was never shown");
      }
    }
    return (System.nanoTime() - begun) / 1e6;
  }
}
