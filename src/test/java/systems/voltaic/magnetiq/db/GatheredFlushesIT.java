package systems.voltaic.magnetiq.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DbConfigs;

class GatheredFlushesIT {

  private static final int STATEMENTS = 100;

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger sent = new AtomicInteger();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void sendsTheStatementsOfOneTurnTogether() {
    assertThat(sendings(new GatheredFlushes())).isLessThanOrEqualTo(3);
  }

  /** Without it each statement is a sending of its own. */
  @Test
  void theClientAloneSendsThemOneByOne() {
    assertThat(sendings(SqlConnection::close)).isGreaterThanOrEqualTo(STATEMENTS);
  }

  private int sendings(Handler<SqlConnection> prepare) {
    var config = DbConfigs.to(Databases.fresh());
    SqlClient client =
        Lane.pipelined(
            vertx,
            config,
            config.url(),
            "test",
            connection -> {
              count(connection);
              prepare.handle(connection);
            });
    ask(client, 1).await();
    sent.set(0);

    List<Integer> answers = ask(client, STATEMENTS).await();

    assertThat(answers).containsExactlyElementsOf(IntStream.range(0, STATEMENTS).boxed().toList());
    return sent.get();
  }

  private Future<List<Integer>> ask(SqlClient client, int statements) {
    Promise<List<Integer>> all = Promise.promise();
    vertx.runOnContext(
        turn -> {
          var asked = IntStream.range(0, statements).mapToObj(i -> one(client, i)).toList();
          Future.all(asked).map(done -> done.<Integer>list()).onComplete(all);
        });
    return all.future();
  }

  private static Future<Integer> one(SqlClient client, int number) {
    return client
        .preparedQuery("SELECT $1::int")
        .execute(Tuple.of(number))
        .map(GatheredFlushesIT::first);
  }

  private static Integer first(RowSet<Row> rows) {
    return rows.iterator().next().getInteger(0);
  }

  private void count(SqlConnection connection) {
    var on = (SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap().unwrap();
    var counting =
        new ChannelOutboundHandlerAdapter() {
          @Override
          public void flush(ChannelHandlerContext context) {
            sent.incrementAndGet();
            context.flush();
          }
        };
    on.socket().channelHandlerContext().pipeline().addFirst(counting);
  }
}
