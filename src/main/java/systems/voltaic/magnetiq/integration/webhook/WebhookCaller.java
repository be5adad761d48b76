package systems.voltaic.magnetiq.integration.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.TrustOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import systems.voltaic.magnetiq.net.OutgoingUrls;

/**
 * Posts to partners: to the address that was judged, without redirects, reading next to nothing.
 */
final class WebhookCaller {

  private static final int MOST_READ = 64 * 1024;

  private final Vertx vertx;
  private final OutgoingUrls urls;
  private final Duration deadline;
  private final HttpClient client;

  WebhookCaller(Vertx vertx, OutgoingUrls urls, Patience patience, Optional<TrustOptions> trust) {
    this.vertx = vertx;
    this.urls = urls;
    this.deadline = patience.deadline();
    int millis = (int) deadline.toMillis();
    var options = new HttpClientOptions().setConnectTimeout(millis).setIdleTimeout(millis);
    options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS).setKeepAliveTimeout(5);
    trust.ifPresent(options::setTrustOptions);
    var pool =
        new PoolOptions()
            .setHttp1MaxSize(patience.inFlight())
            .setMaxWaitQueueSize(patience.concurrency());
    this.client = vertx.createHttpClient(options, pool);
  }

  /** The status, as soon as it is known. */
  Future<Integer> post(String url, Map<String, String> headers, Buffer body) {
    return urls.check(url)
        .compose(target -> client.request(options(target)))
        .compose(request -> send(request, headers, body))
        .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  private RequestOptions options(OutgoingUrls.Target target) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(target.address())
        .setHost(target.host())
        .setPort(target.port())
        .setSsl(target.tls())
        .setURI(target.path())
        .setFollowRedirects(false)
        .setConnectTimeout(deadline.toMillis());
  }

  private Future<Integer> send(
      HttpClientRequest request, Map<String, String> headers, Buffer body) {
    headers.forEach(request::putHeader);
    long timer = vertx.setTimer(deadline.toMillis(), fired -> request.reset());
    return request
        .send(body)
        .onSuccess(response -> drain(request, response, timer))
        .onFailure(failed -> vertx.cancelTimer(timer))
        .map(HttpClientResponse::statusCode);
  }

  /** What a partner says besides the status is nobody's business; its end frees the connection. */
  private void drain(HttpClientRequest request, HttpClientResponse response, long timer) {
    var left = new int[] {MOST_READ};
    response.exceptionHandler(broken -> vertx.cancelTimer(timer));
    response.endHandler(end -> vertx.cancelTimer(timer));
    response.handler(
        chunk -> {
          left[0] -= chunk.length();
          if (left[0] < 0) {
            request.reset();
          }
        });
  }

  Future<Void> close() {
    return client.close();
  }
}
