package systems.voltaic.magnetiq.loadtest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** 400 requests a second, come what may, and which tenth of a second saw them answered. */
final class Goodput implements AutoCloseable {

  private static final int TICK_MILLIS = 10;
  private static final int EACH_TICK = 4;
  private static final int BUCKET_MILLIS = 100;
  private static final int SLOTS = 6_000;
  private static final int STEADY = 10;
  private static final double SHARE = 0.9;
  private static final long PATIENCE_MILLIS = 1_000;

  /** A stale write is answered so after a whole transaction. */
  private static final Set<Integer> GOOD = Set.of(200, 412);

  private final Vertx vertx;
  private final HttpClient client;
  private final int port;
  private final String webhook;
  private final long begun = System.nanoTime();
  private final AtomicIntegerArray sent = new AtomicIntegerArray(SLOTS);
  private final AtomicIntegerArray good = new AtomicIntegerArray(SLOTS);
  private final long timer;
  private int turn;

  Goodput(Vertx vertx, int port, String webhook) {
    this.webhook = webhook;
    this.vertx = vertx;
    this.port = port;
    var pool = new PoolOptions().setHttp1MaxSize(800);
    this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(1000), pool);
    this.timer = vertx.setPeriodic(TICK_MILLIS, due -> tick());
  }

  private void tick() {
    for (int i = 0; i < EACH_TICK; i++) {
      int slot = slot(System.nanoTime());
      sent.incrementAndGet(slot);
      ask(turn++).onSuccess(status -> note(slot, status));
    }
  }

  private void note(int slot, int status) {
    if (GOOD.contains(status)) {
      good.incrementAndGet(slot);
    }
  }

  private int slot(long nanos) {
    return (int) ((nanos - begun) / 1_000_000 / BUCKET_MILLIS);
  }

  private Future<Integer> ask(int number) {
    var options =
        new RequestOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .putHeader("authorization", Staff.AUTHORIZATION);
    return switch (number % 4) {
      case 0 -> status(options.setURI("/api/v1/site"), "");
      case 1 -> status(write(options), "{\"value\":\"late@example.com\"}");
      default -> status(options.setURI("/api/v1/webhooks/" + webhook), "");
    };
  }

  private static RequestOptions write(RequestOptions options) {
    return options
        .setMethod(HttpMethod.PUT)
        .setURI("/api/v1/settings/company.contactEmail")
        .putHeader("if-match", "\"999999999\"")
        .putHeader("content-type", "application/json");
  }

  private Future<Integer> status(RequestOptions options, String body) {
    return client
        .request(options)
        .compose(request -> send(request, body))
        .compose(response -> response.end().map(ended -> response.statusCode()))
        .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Future<io.vertx.core.http.HttpClientResponse> send(
      HttpClientRequest request, String body) {
    return body.isEmpty() ? request.send() : request.send(body);
  }

  /** The share that was answered in time until a moment. */
  double share(long fromNanos, long toNanos) {
    int all = 0;
    int fine = 0;
    for (int i = slot(fromNanos); i < slot(toNanos); i++) {
      all += sent.get(i);
      fine += good.get(i);
    }
    return all == 0 ? 1 : (double) fine / all;
  }

  /** Seconds from a moment to the first of ten good tenths in a row; negative while unknown. */
  double recovered(long fromNanos) {
    int first = slot(fromNanos);
    int last = slot(System.nanoTime() - PATIENCE_MILLIS * 1_000_000);
    int steady = 0;
    for (int i = first; i < last; i++) {
      steady = isGood(i) ? steady + 1 : 0;
      if (steady == STEADY) {
        long start = begun + (i - STEADY + 1L) * BUCKET_MILLIS * 1_000_000;
        return Math.max(0, (start - fromNanos) / 1e9);
      }
    }
    return -1;
  }

  private boolean isGood(int slot) {
    return sent.get(slot) > 0 && good.get(slot) >= sent.get(slot) * SHARE;
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
    client.close().await();
  }
}
