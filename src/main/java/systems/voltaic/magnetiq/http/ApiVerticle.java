package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import java.net.BindException;
import java.util.concurrent.TimeUnit;

/** Serves the API. */
public final class ApiVerticle extends VerticleBase {

  private static final int LAST_ANSWERS_SECONDS = 25;

  private final HttpConfig config;
  private final Front front;
  private HttpServer server;

  public ApiVerticle(HttpConfig config, Front front) {
    this.config = config;
    this.front = front;
  }

  @Override
  public Future<?> start() {
    server =
        vertx
            .createHttpServer(ServerOptions.of(config))
            .requestHandler(front)
            .invalidRequestHandler(front::invalid)
            .connectionHandler(this::connected);
    return server.listen().recover(this::explained);
  }

  @Override
  public Future<?> stop() {
    front.drain();
    return server == null
        ? Future.succeededFuture()
        : server.shutdown(LAST_ANSWERS_SECONDS, TimeUnit.SECONDS);
  }

  /** The port that was given by the system when 0 was asked for. */
  public int port() {
    return server.actualPort();
  }

  private void connected(HttpConnection connection) {
    front.connected();
    connection.closeHandler(closed -> front.disconnected());
  }

  private Future<HttpServer> explained(Throwable failure) {
    return Future.failedFuture(
        failure instanceof BindException
            ? new IllegalStateException(
                "port " + config.port() + " is taken by another program: set PORT to a free one")
            : failure);
  }
}
