package systems.voltaic.magnetiq.integration.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A partner's server, which answers as it is told. */
final class Receiver {

  enum Mode {
    OK,
    ERROR_500,
    REDIRECT,
    GONE,
    HANG,
    CUT,
    ENDLESS_BODY
  }

  record Received(String event, String delivery, String signature, String host, String body) {}

  private final Queue<Received> received = new ConcurrentLinkedQueue<>();
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final HttpServer server;
  private Mode mode = Mode.OK;
  private int times;

  Receiver(Vertx vertx, HttpServerOptions options) {
    server =
        vertx
            .createHttpServer(options.setHost("127.0.0.1").setPort(0))
            .requestHandler(this::hear)
            .listen()
            .await();
  }

  int port() {
    return server.actualPort();
  }

  void answer(Mode with) {
    answerNext(with, Integer.MAX_VALUE);
  }

  synchronized void answerNext(Mode with, int calls) {
    times = calls;
    mode = with;
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  int mostAtOnce() {
    return most.get();
  }

  /** As a partner would check it, independently of our own signing. */
  static boolean isSigned(Received call, String secret) {
    try {
      String[] parts = call.signature().split("[=,]", -1);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      byte[] proof = mac.doFinal((parts[1] + "." + call.body()).getBytes(UTF_8));
      return parts[3].equals(HexFormat.of().formatHex(proof));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void hear(HttpServerRequest request) {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    request.connection().closeHandler(closed -> now.set(0));
    request.body().onSuccess(body -> answer(request, body));
  }

  private void answer(HttpServerRequest request, Buffer body) {
    received.add(
        new Received(
            request.getHeader("Magnetiq-Event"),
            request.getHeader("Magnetiq-Delivery"),
            request.getHeader("Magnetiq-Signature"),
            request.getHeader("Host"),
            body.toString()));
    var response = request.response();
    switch (turn()) {
      case OK -> end(response.setStatusCode(204));
      case ERROR_500 -> end(response.setStatusCode(500));
      case REDIRECT -> end(response.setStatusCode(303).putHeader("Location", "/elsewhere"));
      case GONE -> end(response.setStatusCode(410));
      case HANG -> response.setWriteQueueMaxSize(1024);
      case CUT -> request.connection().close();
      case ENDLESS_BODY -> pour(response.setChunked(true));
    }
  }

  private void end(io.vertx.core.http.HttpServerResponse response) {
    now.decrementAndGet();
    response.end();
  }

  private void pour(io.vertx.core.http.HttpServerResponse response) {
    response.write("x".repeat(8192)).onSuccess(written -> pour(response));
  }

  private synchronized Mode turn() {
    Mode turn = mode;
    if (--times <= 0) {
      mode = Mode.OK;
    }
    return turn;
  }
}
