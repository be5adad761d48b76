package systems.voltaic.magnetiq.loadtest;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Five hundred ask four instances for one answer that none of them ever made. */
final class Misses {

  private static final int REQUESTS = 500;
  private static final int INSTANCES = 4;
  private static final String LIST = "/api/v1/pages/de?limit=40";

  /** Longer than an instance keeps a page of its figures. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  private final Rig rig;
  private final Profile profile;

  Misses(Rig rig, Profile profile) {
    this.rig = rig;
    this.profile = profile;
  }

  Figure p12() throws Exception {
    var instances = rig.instances(INSTANCES);
    var pool = new PoolOptions().setHttp1MaxSize(REQUESTS / INSTANCES);
    HttpClient client = rig.vertx().createHttpClient(new HttpClientOptions(), pool);
    var runs = new ArrayList<Double>();
    var paths = paths(instances.get(0));
    // The first opens the connections.
    int failed = burst(client, instances, paths.remove());
    for (int i = 0; i < profile.pairs(); i++) {
      double before = settled(instances);
      failed += burst(client, instances, paths.remove());
      runs.add(settled(instances) - before);
    }
    client.close().await();
    if (runs.contains(0.0)) {
      throw new Unusable("somebody had asked for a page before: " + runs + ", failed " + failed);
    }
    return Figure.most("P12", "origin runs of 500 misses on 4 instances", "", 4, 1, runs)
        .with("failed requests", failed + "");
  }

  /** German pages: no other measurement asks for them as data. */
  private static Deque<String> paths(Instance instance) throws Exception {
    var paths = new ArrayDeque<String>();
    for (Object item : new JsonObject(Http.get(instance.url(LIST)).body()).getJsonArray("items")) {
      String address = ((JsonObject) item).getString("path").replaceFirst("^/de/?", "");
      paths.add("/api/v1/pages/de/" + (address.isEmpty() ? "~" : address.replace('/', '~')));
    }
    return paths;
  }

  /** Once nothing is made any more, also not behind an answer. */
  private static double settled(List<Instance> instances) throws Exception {
    double runs = runs(instances);
    long since = System.nanoTime();
    while (System.nanoTime() - since < QUIET.toNanos()) {
      TimeUnit.MILLISECONDS.sleep(50);
      double now = runs(instances);
      if (now != runs) {
        runs = now;
        since = System.nanoTime();
      }
    }
    return runs;
  }

  private static double runs(List<Instance> instances) throws Exception {
    double sum = 0;
    for (Instance instance : instances) {
      sum += instance.metric("cache_origin_runs_total", "");
    }
    return sum;
  }

  private static int burst(HttpClient client, List<Instance> instances, String path) {
    var answers = new ArrayList<Future<Integer>>();
    for (int i = 0; i < REQUESTS; i++) {
      answers.add(ask(client, instances.get(i % INSTANCES).port(), path));
    }
    Future.join(answers).otherwiseEmpty().await();
    return (int) answers.stream().filter(a -> a.failed() || a.result() != 200).count();
  }

  private static Future<Integer> ask(HttpClient client, int port, String path) {
    return client
        .request(HttpMethod.GET, port, "127.0.0.1", path)
        .compose(request -> request.send())
        .compose(Misses::status);
  }

  private static Future<Integer> status(HttpClientResponse response) {
    return response.body().map((Buffer read) -> response.statusCode());
  }
}
