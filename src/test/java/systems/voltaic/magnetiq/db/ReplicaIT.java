package systems.voltaic.magnetiq.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.testkit.DbConfigs;
import systems.voltaic.magnetiq.testkit.DebianPostgres;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.Sql;

/** Reads from a real streaming replica. */
@Needs(Program.POSTGRES)
@Punctual
class ReplicaIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Caller READER = caller("198.51.100.1");
  private static final Caller WRITER = caller("198.51.100.2");

  private final DebianPostgres primary = DebianPostgres.start();
  private final DebianPostgres replica = primary.replica();
  private final Vertx vertx = Vertx.vertx();
  private PgDb db;

  @BeforeEach
  void open() {
    Sql.run(primary.url(), "CREATE TABLE note (id int PRIMARY KEY)");
    var config = DbConfigs.to(primary.url(), List.of(replica.url()), 8, 50);
    var writers = new RecentWriters(System::nanoTime, client -> {}, () -> true);
    db = PgDb.open(vertx, config, 1, writers, new SimpleMeterRegistry());
    Eventually.that("reads from the replica", PATIENCE, () -> readsReplica(READER));
  }

  @AfterEach
  void close() {
    vertx.close().await();
    replica.close();
    primary.close();
  }

  @Test
  void showsWritersTheirOwnWritesAndOthersTheReplica() throws Exception {
    Sql.run(replica.url(), "SELECT pg_wal_replay_pause()");
    db.transaction(WRITER, tx -> tx.run("INSERT INTO note VALUES (1)")).await();

    assertThat(readsReplica(WRITER)).isFalse();
    assertThat(notes(WRITER)).isEqualTo(1);
  }

  @Test
  void showsWhoWroteOneStatementWhatItWrote() throws Exception {
    Sql.run(replica.url(), "SELECT pg_wal_replay_pause()");
    db.autocommit(WRITER, session -> session.run("INSERT INTO note VALUES (3)")).await();

    assertThat(readsReplica(WRITER)).isFalse();
    assertThat(notes(WRITER)).isEqualTo(1);
  }

  @Test
  void leavesAReplicaThatFallsBehindAndReturnsToIt() {
    Sql.run(replica.url(), "SELECT pg_wal_replay_pause()");
    Sql.run(primary.url(), "INSERT INTO note VALUES (2)");
    var behind = System.nanoTime();
    Eventually.that("the primary", PATIENCE, () -> !readsReplica(READER));
    var left = Duration.ofNanos(System.nanoTime() - behind);
    assertThat(notes(READER)).isEqualTo(1);

    Sql.run(replica.url(), "SELECT pg_wal_replay_resume()");
    var resumed = System.nanoTime();
    Eventually.that("the replica again", PATIENCE, () -> readsReplica(READER));
    var returned = Duration.ofNanos(System.nanoTime() - resumed);

    System.out.printf(
        "a replica behind was left after %d ms and read again after %d ms%n",
        left.toMillis(), returned.toMillis());
    assertThat(left).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void readsThePrimaryWithoutAnErrorWhenTheReplicaDies() throws Exception {
    replica.kill();
    var killed = System.nanoTime();
    var reads = 0;
    while (System.nanoTime() - killed < TimeUnit.SECONDS.toNanos(2)) {
      assertThat(notes(READER)).isZero();
      reads++;
    }
    assertThat(readsReplica(READER)).isFalse();
    System.out.printf("%d reads after the replica was killed, 0 failed%n", reads);
    replica.begin();
    Eventually.that("the replica again", PATIENCE, () -> readsReplica(READER));
  }

  @Test
  void recoversWhenThePrimaryIsRestarted() throws Exception {
    db.transaction(WRITER, tx -> tx.run("INSERT INTO note VALUES (3)")).await();
    primary.stop();
    var refused = db.transaction(WRITER, tx -> tx.run("INSERT INTO note VALUES (4)"));
    assertThat(refused.otherwiseEmpty().await(5, TimeUnit.SECONDS)).isNull();

    primary.begin();
    var back = System.nanoTime();
    Eventually.that("writes", PATIENCE, this::writes);
    var recovered = Duration.ofNanos(System.nanoTime() - back);
    System.out.printf("writes again %d ms after the primary was back%n", recovered.toMillis());
    assertThat(recovered).isLessThan(Duration.ofSeconds(10));
    Eventually.that("the replica again", PATIENCE, () -> readsReplica(READER));
    Eventually.that("both notes there", PATIENCE, () -> notes(READER) == 2);
  }

  private static Caller caller(String client) {
    return new Caller("test", client, "request", "test", Language.EN, Set.of("*"));
  }

  private boolean writes() throws Exception {
    var write = db.transaction(WRITER, tx -> tx.run("INSERT INTO note VALUES (5)"));
    return write.await(5, TimeUnit.SECONDS) != null;
  }

  private boolean readsReplica(Caller caller) throws Exception {
    var rows = db.reads(caller).run("SELECT pg_is_in_recovery()").await(5, TimeUnit.SECONDS);
    return rows.iterator().next().getBoolean(0);
  }

  private int notes(Caller caller) {
    try {
      var rows = db.reads(caller).run("SELECT count(*)::int FROM note").await(5, TimeUnit.SECONDS);
      return rows.iterator().next().getInteger(0);
    } catch (TimeoutException late) {
      throw new AssertionError(late);
    }
  }
}
