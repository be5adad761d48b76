package systems.voltaic.magnetiq.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Takes every request: past the edge to the first part of the address space that serves it. */
public final class Front implements Handler<HttpServerRequest> {

  private final Answers answers;
  private final Edge edge;
  private final HttpMetrics metrics;
  private final List<Mount> mounts;

  public Front(
      HttpConfig config,
      Messages messages,
      HttpMetrics metrics,
      Supplier<UUID> ids,
      LongSupplier nanos,
      Clock clock,
      List<Mount> mounts) {
    String types = config.baseUrl().resolve("/docs/problems/").toString();
    this.answers =
        new Answers(
            new Problems(messages, types),
            new SecurityHeaders(config.securityHeaders(), config.tls()),
            metrics,
            new AccessLog(config.requestLogging()),
            clock);
    this.edge = new Edge(config, answers, ids, nanos);
    this.metrics = metrics;
    this.mounts = List.copyOf(mounts);
  }

  @Override
  public void handle(HttpServerRequest request) {
    Exchange exchange = edge.open(request);
    try {
      if (edge.admit(exchange)) {
        mount(request.path()).handle(exchange);
      }
    } catch (RuntimeException e) {
      exchange.fail(e);
    }
  }

  private Mount mount(String path) {
    if (path == null || !path.startsWith("/")) {
      throw new Refusal(400, "bad-request");
    }
    for (Mount mount : mounts) {
      if (mount.serves(path)) {
        return mount;
      }
    }
    throw Refusal.noSuchPage();
  }

  /** What the protocol itself refused, before there was a request to speak of. */
  void invalid(HttpServerRequest request) {
    Exchange exchange = edge.open(request);
    request.response().putHeader("connection", "close");
    exchange.fail(reason(request.decoderResult().cause()));
    request.connection().close();
  }

  private static Refusal reason(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return new Refusal(414, "uri-too-long");
    }
    return cause instanceof TooLongHttpHeaderException
        ? new Refusal(431, "headers-too-large")
        : new Refusal(400, "bad-request");
  }

  void connected() {
    metrics.connected();
  }

  void disconnected() {
    metrics.disconnected();
  }

  /** From now on every answer tells its client to come back on another connection. */
  public void drain() {
    answers.drain();
  }
}
