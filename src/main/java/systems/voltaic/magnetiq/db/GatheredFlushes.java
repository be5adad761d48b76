package systems.voltaic.magnetiq.db;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.Handler;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;

/**
 * Sends what one turn of an event loop asks of the database in one piece. The client by itself
 * makes a system call for each statement, which is most of what a short read costs.
 */
final class GatheredFlushes implements Handler<SqlConnection> {

  static final String NAME = "gathered-flushes";

  @Override
  public void handle(SqlConnection connection) {
    if (((SqlConnectionInternal) connection).unwrap().unwrap() instanceof SocketConnectionBase on) {
      ChannelHandlerContext client = on.socket().channelHandlerContext();
      var gathering =
          new FlushConsolidationHandler(
              FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, true);
      client.pipeline().addBefore(client.name(), NAME, gathering);
    }
    connection.close();
  }
}
