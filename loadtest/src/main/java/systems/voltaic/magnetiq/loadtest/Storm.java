package systems.voltaic.magnetiq.loadtest;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Everybody signs in at once while others read: 100 reads a second, then 200 logins a second too.
 * They come at random moments, so that a read does not always meet the same logins.
 */
final class Storm {

  private static final int READS = 100;
  private static final int LOGINS = 200;
  private static final int WARM_UP_SECONDS = 60;

  /** So few requests a second would keep the compiler busy for an hour. */
  private static final int WARM_UP_TIMES = 10;

  /** And it meets each kind of day before it is measured. */
  private static final int WARM_UP_PAIRS = 4;

  private static final long PATIENCE_MILLIS = 5_000;

  private final Rig rig;
  private final Profile profile;
  private final Random random = new Random(15);
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger judged = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  Storm(Rig rig, Profile profile) {
    this.rig = rig;
    this.profile = profile;
  }

  Figure p15() throws Exception {
    Instance instance = rig.instance();
    String webhook = rig.webhook();
    rig.only(1);
    var ratios = new ArrayList<Double>();
    var idle = new ArrayList<Double>();
    var busy = new ArrayList<Double>();
    var pool = new PoolOptions().setHttp1MaxSize(1_000);
    HttpClient client = rig.vertx().createHttpClient(new HttpClientOptions(), pool);
    reads(client, instance, webhook, WARM_UP_SECONDS, WARM_UP_TIMES, true);
    for (int i = 0; i < WARM_UP_PAIRS; i++) {
      reads(client, instance, webhook, profile.seconds(), 1, false);
      reads(client, instance, webhook, profile.seconds(), 1, true);
    }
    judged.set(0);
    refused.set(0);
    for (int i = 0; i < profile.pairs(); i++) {
      double quiet = p99(reads(client, instance, webhook, profile.seconds(), 1, false));
      double storm = p99(reads(client, instance, webhook, profile.seconds(), 1, true));
      idle.add(quiet);
      busy.add(storm);
      ratios.add(storm / quiet);
    }
    client.close().toCompletionStage().toCompletableFuture().get();
    int seconds = profile.pairs() * profile.seconds();
    return Figure.most("P15", "p99 of other routes in a login storm ÷ idle", "", 2, 1.3, ratios)
        .with("p99 idle", "%.1f ms", Figure.median(idle))
        .with("p99 in the storm", "%.1f ms", Figure.median(busy))
        .with("logins judged", "%.1f/s", (double) judged.get() / seconds)
        .with("logins told to come back", "%.1f/s", (double) refused.get() / seconds);
  }

  /** Milliseconds that each read took; who got no answer in time took all of it. */
  private List<Double> reads(
      HttpClient client, Instance instance, String webhook, int seconds, int times, boolean storm)
      throws Exception {
    Queue<Double> took = new ConcurrentLinkedQueue<>();
    long now = System.nanoTime();
    long end = now + TimeUnit.SECONDS.toNanos(seconds);
    arrive(READS * times, now, end, () -> read(client, instance.port(), webhook, took));
    if (storm) {
      arrive(LOGINS * times, now, end, () -> login(client, instance.port()));
    }
    TimeUnit.SECONDS.sleep(seconds);
    TimeUnit.MILLISECONDS.sleep(PATIENCE_MILLIS);
    return List.copyOf(took);
  }

  /** Each comes when it likes, whatever the others do and however long the answers take. */
  private void arrive(int perSecond, long due, long end, Runnable visit) {
    long next = due;
    while (next <= System.nanoTime() && next < end) {
      visit.run();
      next += (long) (-Math.log(1 - random.nextDouble()) / perSecond * 1e9);
    }
    long then = next;
    long millis = (then - System.nanoTime()) / 1_000_000;
    if (then < end) {
      rig.vertx().setTimer(Math.max(1, millis), fired -> arrive(perSecond, then, end, visit));
    }
  }

  private void read(HttpClient client, int port, String webhook, Queue<Double> took) {
    boolean cached = number.incrementAndGet() % 2 == 0;
    String path = cached ? "/api/v1/site" : "/api/v1/webhooks/" + webhook;
    long begun = System.nanoTime();
    status(client, at(port, path), "")
        .onComplete(done -> took.add((System.nanoTime() - begun) / 1e6));
  }

  /** Nobody is who they say: each of them costs as much as one who is. */
  private void login(HttpClient client, int port) {
    var body =
        new JsonObject()
            .put("email", "load" + number.incrementAndGet() + "@example.com")
            .put("password", "something else entirely");
    var options =
        at(port, "/api/v1/auth/login")
            .setMethod(HttpMethod.POST)
            .putHeader("content-type", "application/json");
    status(client, options, body.encode()).onSuccess(this::note);
  }

  private void note(int status) {
    if (status == 401) {
      judged.incrementAndGet();
    } else if (status == 503 || status == 429) {
      refused.incrementAndGet();
    } else {
      throw new Unusable("a login was answered with " + status);
    }
  }

  private static RequestOptions at(int port, String path) {
    var options = new RequestOptions().setHost("127.0.0.1").setPort(port).setURI(path);
    return path.contains("auth")
        ? options
        : options.putHeader("authorization", Staff.AUTHORIZATION);
  }

  private static Future<Integer> status(HttpClient client, RequestOptions options, String body) {
    return client
        .request(options)
        .compose(request -> body.isEmpty() ? request.send() : request.send(body))
        .compose(response -> response.end().map(ended -> response.statusCode()))
        .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static double p99(List<Double> took) {
    var sorted = took.stream().sorted().toList();
    return sorted.get((int) (sorted.size() * 0.99));
  }
}
