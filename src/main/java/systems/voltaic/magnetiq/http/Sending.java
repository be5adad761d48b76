package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.TimeUnit;
import systems.voltaic.magnetiq.flow.Repeat;

/** Sends a body in pieces, no faster than its reader takes them. */
final class Sending {

  /** Nobody may keep the makers of pieces waiting for longer than this. */
  private static final long PATIENCE_SECONDS = 30;

  private final HttpConnection connection;
  private final HttpServerResponse response;
  private final Pieces pieces;

  Sending(HttpServerRequest request, Pieces pieces) {
    this.connection = request.connection();
    this.response = request.response();
    this.pieces = pieces;
  }

  /** A body that cannot be finished ends with its connection: half of one is not a whole one. */
  Future<Void> run() {
    response.setChunked(true);
    return Repeat.whileTrue(this::step).onFailure(broken -> connection.close());
  }

  private Future<Boolean> step() {
    return response.closed() ? Future.succeededFuture(false) : pieces.next().compose(this::send);
  }

  private Future<Boolean> send(Buffer piece) {
    if (response.closed()) {
      return Future.succeededFuture(false);
    }
    return piece.length() == 0
        ? response.end().map(false)
        : response.write(piece).timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).map(true);
  }
}
