package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads a body up to a bound; a larger one is refused before it is read. */
final class BodyReader {

  private static final int SLOWEST_SECONDS = 30;

  private final HttpServerRequest request;
  private final int largest;
  private final Promise<Buffer> whole = Promise.promise();
  private Buffer read;
  private boolean growing;

  private BodyReader(HttpServerRequest request, int largest) {
    this.request = request;
    this.largest = largest;
  }

  static boolean announced(HttpServerRequest request) {
    String length = request.headers().get("content-length");
    return length != null ? !length.equals("0") : request.headers().contains("transfer-encoding");
  }

  /** The request must be paused, or untouched. */
  static Future<Buffer> read(HttpServerRequest request, int largest) {
    String length = request.headers().get("content-length");
    if (length != null && (length.length() > 9 || Integer.parseInt(length) > largest)) {
      return Future.failedFuture(tooLarge());
    }
    if ("100-continue".equalsIgnoreCase(request.headers().get("expect"))) {
      request.response().writeContinue();
    }
    return new BodyReader(request, largest).start();
  }

  private Future<Buffer> start() {
    request.handler(this::take);
    request.endHandler(end -> whole.tryComplete(read == null ? Buffer.buffer() : read));
    request.exceptionHandler(whole::tryFail);
    request.resume();
    return whole
        .future()
        .timeout(SLOWEST_SECONDS, TimeUnit.SECONDS)
        .recover(e -> Future.failedFuture(e instanceof TimeoutException ? tooSlow() : e));
  }

  private void take(Buffer chunk) {
    int length = (read == null ? 0 : read.length()) + chunk.length();
    if (length > largest) {
      request.handler(rest -> {});
      read = null;
      whole.tryFail(tooLarge());
    } else {
      keep(chunk);
    }
  }

  /** Most bodies are one chunk, which needs no copy. */
  private void keep(Buffer chunk) {
    if (read == null) {
      read = chunk;
      return;
    }
    if (!growing) {
      read = Buffer.buffer(2 * read.length()).appendBuffer(read);
      growing = true;
    }
    read.appendBuffer(chunk);
  }

  private static Refusal tooLarge() {
    return new Refusal(413, "body-too-large", Map.of("connection", "close"));
  }

  private static Refusal tooSlow() {
    return new Refusal(408, "body-too-slow", Map.of("connection", "close"));
  }
}
