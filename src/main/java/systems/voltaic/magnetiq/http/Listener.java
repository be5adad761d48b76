package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import java.net.BindException;
import java.util.concurrent.TimeUnit;

/** One HTTP server on the event loop of the verticle that opens it. */
public final class Listener {

  private static final int LAST_ANSWERS_SECONDS = 25;

  private final HttpConfig config;
  private final String portName;
  private final Front front;
  private HttpServer server;

  /**
   * @param portName what the configuration calls the port
   */
  public Listener(HttpConfig config, String portName, Front front) {
    this.config = config;
    this.portName = portName;
    this.front = front;
  }

  /** Answers the port, which the system chose when 0 was asked for. */
  public Future<Integer> open(Vertx vertx) {
    server =
        vertx
            .createHttpServer(ServerOptions.of(config))
            .requestHandler(front)
            .invalidRequestHandler(front::invalid)
            .connectionHandler(this::connected);
    return server.listen().map(HttpServer::actualPort).recover(this::explained);
  }

  /** Takes no more connections and gives the requests under way time to end. */
  public Future<Void> close() {
    front.drain();
    return server == null
        ? Future.succeededFuture()
        : server.shutdown(LAST_ANSWERS_SECONDS, TimeUnit.SECONDS);
  }

  private void connected(HttpConnection connection) {
    front.connected();
    connection.closeHandler(closed -> front.disconnected());
  }

  private Future<Integer> explained(Throwable failure) {
    return Future.failedFuture(isTaken(failure) ? taken() : failure);
  }

  /** The native transport has an exception of its own for it. */
  private static boolean isTaken(Throwable failure) {
    return failure instanceof BindException
        || String.valueOf(failure.getMessage()).contains("Address already in use");
  }

  private IllegalStateException taken() {
    return new IllegalStateException(
        "port "
            + config.port()
            + " is taken by another program: stop that one, or set "
            + portName
            + " to a free port");
  }
}
