package systems.voltaic.magnetiq.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DbConfigs;
import systems.voltaic.magnetiq.testkit.Punctual;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Punctual
@Isolated("it holds the platform to times")
class PgDbIT {

  private static final Caller CALLER = Caller.system("test");

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private PgDb db;

  @BeforeAll
  void open() {
    var config = DbConfigs.to(Databases.fresh(), List.of(), 6, 50);
    db = PgDb.open(vertx, config, 2, RecentWriters.none(), meters);
    db.primary(CALLER).run("CREATE TABLE note (id int PRIMARY KEY, text text)").await();
  }

  @AfterAll
  void close() {
    vertx.close().await();
  }

  @Test
  void keepsWhatATransactionCommitted() {
    db.transaction(CALLER, tx -> insert(tx, 1)).await();

    assertThat(count(1)).isEqualTo(1);
  }

  @Test
  void forgetsWhatAFailedTransactionWrote() {
    assertThatThrownBy(
            () ->
                db.transaction(
                        CALLER,
                        tx -> insert(tx, 2).compose(x -> Future.failedFuture("second thoughts")))
                    .await())
        .hasMessage("second thoughts");

    assertThat(count(2)).isZero();
  }

  @Test
  void forgetsWhatWasWrittenBeforeTheWorkThrew() {
    assertThatThrownBy(() -> db.transaction(CALLER, this::insertAndThrow).await())
        .hasMessage("thrown");

    assertThat(count(3)).isZero();
  }

  private Future<Void> insertAndThrow(Tx tx) {
    var unused = insert(tx, 3);
    throw new IllegalStateException("thrown");
  }

  @Test
  void keepsEachStatementThatCommitsByItself() {
    var work =
        db.autocommit(
            CALLER,
            session ->
                session
                    .run("INSERT INTO note VALUES (7)")
                    .compose(kept -> session.run("INSERT INTO note VALUES (7)")));

    assertThatThrownBy(work::await).hasMessageContaining("duplicate key");
    assertThat(count(7)).isEqualTo(1);
  }

  @Test
  void runsHintsAfterACommitOnly() {
    List<String> told = new ArrayList<>();

    db.transaction(CALLER, tx -> hint(tx, told, "committed")).await();
    db.transaction(
            CALLER, tx -> hint(tx, told, "rolled back").compose(x -> Future.failedFuture("no")))
        .otherwiseEmpty()
        .await();

    assertThat(told).containsExactly("committed");
  }

  private static Future<Void> hint(Tx tx, List<String> told, String what) {
    tx.afterCommit(() -> told.add(what));
    return Future.succeededFuture();
  }

  @Test
  void namesTheConstraintThatARowBroke() {
    db.transaction(CALLER, tx -> insert(tx, 4)).await();

    assertThatThrownBy(() -> db.transaction(CALLER, tx -> insert(tx, 4)).await())
        .matches(t -> Failures.breaks("note_pkey", t));
  }

  @Test
  void endsAStatementThatTakesTooLong() {
    var impatient =
        PgDb.open(
            vertx,
            withLimit(DbConfigs.to(Databases.fresh()), Duration.ofMillis(200)),
            1,
            RecentWriters.none(),
            new SimpleMeterRegistry());

    assertThatThrownBy(() -> impatient.primary(CALLER).run("SELECT pg_sleep(20)").await())
        .isInstanceOfSatisfying(
            Fault.class, f -> assertThat(f.kind()).isEqualTo(Fault.Kind.UNAVAILABLE));
  }

  @Test
  void refusesAtOnceWhenTheQueueIsFullAndRecoversWhole() throws Exception {
    var held = holdTheConnection();

    var waiting =
        IntStream.range(0, 60)
            .mapToObj(i -> db.transaction(CALLER, tx -> insert(tx, 100 + i)))
            .toList();
    var refused = waiting.get(59).otherwiseEmpty();
    long begun = System.nanoTime();
    refused.await(1, TimeUnit.SECONDS);

    assertThat(waiting.get(59).cause())
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.code()).isEqualTo("database-busy"));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(200));
    held.release();
    for (var one : waiting.subList(0, 50)) {
      one.await(5, TimeUnit.SECONDS);
    }
    db.transaction(CALLER, tx -> insert(tx, 500)).await(2, TimeUnit.SECONDS);
  }

  private record Hold(Promise<Void> until, Future<Void> done) {
    void release() {
      until.complete();
    }
  }

  /** Takes the only connection that transactions have outside an event loop. */
  private Hold holdTheConnection() {
    var taken = Promise.<Void>promise();
    var until = Promise.<Void>promise();
    var done = db.transaction(CALLER, tx -> taken(taken, until));
    taken.future().await();
    return new Hold(until, done);
  }

  private static Future<Void> taken(Promise<Void> taken, Promise<Void> until) {
    taken.complete();
    return until.future();
  }

  private static Future<Void> insert(Tx tx, int id) {
    return tx.run("INSERT INTO note VALUES ($1::int, 'note')", Tuple.of(id)).mapEmpty();
  }

  private long count(int id) {
    var rows =
        db.reads(CALLER).run("SELECT count(*) FROM note WHERE id = $1::int", Tuple.of(id)).await();
    return rows.iterator().next().getLong(0);
  }

  private static DbConfig withLimit(DbConfig config, Duration limit) {
    return new DbConfig(
        config.url(),
        config.replicas(),
        config.connections(),
        config.maxWaitQueue(),
        config.connectTimeout(),
        config.idleTimeout(),
        config.lifetime(),
        limit,
        config.sslMode(),
        config.sslRootCertificate(),
        config.applicationName(),
        config.pgbouncer());
  }
}
