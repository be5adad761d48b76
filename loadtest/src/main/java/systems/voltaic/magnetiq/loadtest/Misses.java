package systems.voltaic.magnetiq.loadtest;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.ArrayList;
import java.util.List;

/** Five hundred ask four instances for one answer that none of them has. */
final class Misses {

  private static final int REQUESTS = 500;
  private static final int INSTANCES = 4;
  private static final String PATH = "/api/v1/site";

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
    int failed = burst(client, instances);
    for (int i = 0; i < profile.pairs(); i++) {
      Http.post(instances.get(0).url("/api/v1/system/maintenance/clear-cache"));
      double before = runs(instances);
      failed += burst(client, instances);
      runs.add(runs(instances) - before);
    }
    client.close().await();
    return Figure.most("P12", "origin runs of 500 misses on 4 instances", "", 4, 1, runs)
        .with("failed requests", failed + "");
  }

  private static double runs(List<Instance> instances) throws Exception {
    double sum = 0;
    for (Instance instance : instances) {
      sum += instance.metric("cache_origin_runs_total", "");
    }
    return sum;
  }

  private static int burst(HttpClient client, List<Instance> instances) {
    var answers = new ArrayList<Future<Integer>>();
    for (int i = 0; i < REQUESTS; i++) {
      answers.add(ask(client, instances.get(i % INSTANCES).port()));
    }
    Future.join(answers).otherwiseEmpty().await();
    return (int) answers.stream().filter(a -> a.failed() || a.result() != 200).count();
  }

  private static Future<Integer> ask(HttpClient client, int port) {
    return client
        .request(HttpMethod.GET, port, "127.0.0.1", PATH)
        .compose(request -> request.send())
        .compose(Misses::status);
  }

  private static Future<Integer> status(HttpClientResponse response) {
    return response.body().map((Buffer read) -> response.statusCode());
  }
}
