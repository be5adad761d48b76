package systems.voltaic.magnetiq.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DbConfigs;

class GatheredFlushesIT {

  private static final int STATEMENTS = 100;

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger pieces = new AtomicInteger();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void sendsTheStatementsOfOneTurnTogether() {
    var db = PgDb.open(vertx, throughCounter(), 1, RecentWriters.none(), new SimpleMeterRegistry());
    ask(db, 1).await();
    pieces.set(0);

    List<Integer> answers = ask(db, STATEMENTS).await();

    assertThat(answers).containsExactlyElementsOf(IntStream.range(0, STATEMENTS).boxed().toList());
    assertThat(pieces).hasValueLessThanOrEqualTo(5);
  }

  private Future<List<Integer>> ask(PgDb db, int statements) {
    Promise<List<Integer>> all = Promise.promise();
    vertx.runOnContext(
        turn -> {
          var asked = IntStream.range(0, statements).mapToObj(i -> one(db, i)).toList();
          Future.all(asked).map(done -> done.<Integer>list()).onComplete(all);
        });
    return all.future();
  }

  private static Future<Integer> one(PgDb db, int number) {
    return db.primary(Caller.system("test"))
        .run("SELECT $1::int", Tuple.of(number))
        .map(GatheredFlushesIT::first);
  }

  private static Integer first(RowSet<Row> rows) {
    return rows.iterator().next().getInteger(0);
  }

  /** The database behind a proxy that counts what arrives in one piece. */
  private DbConfig throughCounter() {
    URI database = Databases.fresh();
    NetServer proxy = vertx.createNetServer().connectHandler(client -> join(client, database));
    int port = proxy.listen(0, "127.0.0.1").await().actualPort();
    String there = database.getHost() + ":" + database.getPort();
    return DbConfigs.to(URI.create(database.toString().replace(there, "127.0.0.1:" + port)));
  }

  private void join(NetSocket client, URI database) {
    client.pause();
    vertx
        .createNetClient()
        .connect(database.getPort(), database.getHost())
        .onSuccess(server -> join(client, server));
  }

  private void join(NetSocket client, NetSocket server) {
    client.handler(
        piece -> {
          pieces.incrementAndGet();
          server.write(piece);
        });
    server.handler(client::write);
    client.closeHandler(gone -> server.close());
    client.resume();
  }
}
