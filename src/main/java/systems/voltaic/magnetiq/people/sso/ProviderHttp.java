package systems.voltaic.magnetiq.people.sso;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.net.OutgoingUrls;

/**
 * Calls a provider: no redirects, not much to read, not long to wait. The operator named its
 * address, so that may be private; what it names in turn must be public.
 */
final class ProviderHttp {

  private static final int MOST_READ = 256 * 1024;
  private static final int IN_FLIGHT = 8;
  private static final int WAITING = 64;

  private final URI issuer;
  private final OutgoingUrls own;
  private final OutgoingUrls others;
  private final Duration deadline;
  private final HttpClient client;

  /**
   * @param own judges addresses of the issuer
   * @param others judges what lies elsewhere
   */
  ProviderHttp(Vertx vertx, URI issuer, OutgoingUrls own, OutgoingUrls others, Duration deadline) {
    this.issuer = issuer;
    this.own = own;
    this.others = others;
    this.deadline = deadline;
    int millis = (int) deadline.toMillis();
    var options =
        new HttpClientOptions()
            .setConnectTimeout(millis)
            .setIdleTimeout(millis)
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setKeepAliveTimeout(5);
    var pool = new PoolOptions().setHttp1MaxSize(IN_FLIGHT).setMaxWaitQueueSize(WAITING);
    this.client = vertx.createHttpClient(options, pool);
  }

  Future<JsonNode> get(URI url, Map<String, String> headers) {
    return call(HttpMethod.GET, url, headers, Buffer.buffer());
  }

  Future<JsonNode> post(URI url, Map<String, String> headers, String form) {
    var all = new HashMap<>(headers);
    all.put("content-type", "application/x-www-form-urlencoded");
    return call(HttpMethod.POST, url, all, Buffer.buffer(form));
  }

  private Future<JsonNode> call(
      HttpMethod method, URI url, Map<String, String> headers, Buffer body) {
    return guard(url)
        .check(url.toString())
        .compose(target -> client.request(options(method, target)))
        .compose(request -> send(request, headers, body))
        .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  private OutgoingUrls guard(URI url) {
    boolean same =
        issuer.getScheme().equals(url.getScheme())
            && issuer.getAuthority().equals(url.getAuthority());
    return same ? own : others;
  }

  private RequestOptions options(HttpMethod method, OutgoingUrls.Target target) {
    return new RequestOptions()
        .setMethod(method)
        .setServer(target.address())
        .setHost(target.host())
        .setPort(target.port())
        .setSsl(target.tls())
        .setURI(target.path())
        .setFollowRedirects(false)
        .setConnectTimeout(deadline.toMillis())
        .setIdleTimeout(deadline.toMillis());
  }

  private static Future<JsonNode> send(
      HttpClientRequest request, Map<String, String> headers, Buffer body) {
    headers.forEach(request::putHeader);
    request.putHeader("accept", "application/json");
    return request.send(body).compose(response -> read(request, response));
  }

  private static Future<JsonNode> read(HttpClientRequest request, HttpClientResponse response) {
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    response.exceptionHandler(whole::tryFail);
    response.endHandler(end -> whole.tryComplete(body));
    response.handler(chunk -> take(request, whole, body, chunk));
    return whole.future().map(bytes -> content(response.statusCode(), bytes));
  }

  private static void take(
      HttpClientRequest request, Promise<Buffer> whole, Buffer body, Buffer chunk) {
    body.appendBuffer(chunk);
    if (body.length() > MOST_READ) {
      whole.tryFail(new IllegalArgumentException("it says too much"));
      request.reset();
    }
  }

  /** Its words stay out of messages: they may hold what somebody typed. */
  private static JsonNode content(int status, Buffer body) {
    if (status != 200) {
      throw new Refused(status);
    }
    return Json.parse(body.toString());
  }

  /** It answered, and not with what was asked for. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status) {
      super("it answered " + status, null, false, false);
      this.status = status;
    }

    boolean isOurs() {
      return status >= 400 && status < 500;
    }
  }
}
