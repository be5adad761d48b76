package systems.voltaic.magnetiq.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.bus.EventCodec;
import systems.voltaic.magnetiq.db.DbConfig;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.id.Uuid7;
import systems.voltaic.magnetiq.job.Job;
import systems.voltaic.magnetiq.job.JobHandler;
import systems.voltaic.magnetiq.job.JobWorker;
import systems.voltaic.magnetiq.job.Jobs;
import systems.voltaic.magnetiq.job.Lease;
import systems.voltaic.magnetiq.job.Workshop;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DbConfigs;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Punctual;

@Punctual
class TicksIT {

  private static final Caller CALLER = Caller.system("test");
  private static final Tick NIGHTLY =
      tick("nightly", Cadence.daily(LocalTime.of(3, 0), ZoneId.of("Europe/Berlin")));
  private static final Tick SECONDLY = tick("secondly", Cadence.every(Duration.ofSeconds(1)));

  private static Tick tick(String name, Cadence cadence) {
    return new Tick(name, cadence, Job.Draft.of("housekeeping." + name, name));
  }

  /** What one process would have. */
  private final class Instance {
    final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final PgDb db = PgDb.open(vertx, config, 1, RecentWriters.none(), meters);
    final Ticks ticks;

    Instance(Tick... all) {
      EventCodec.register(vertx);
      var ids = new Uuid7(Clock.systemUTC(), new Random());
      var jobs = new Jobs(vertx, ids, kinds -> {});
      ticks = new Ticks(db, jobs, new Audit(db, ids), List.of(all));
      instances.add(this);
    }

    void deploy(JobHandler handler) {
      var pace = new JobWorker.Pace(Duration.ofMillis(20), 64, Duration.ofMillis(500));
      var worker =
          new JobWorker(
              vertx,
              new Workshop(db.background(), meters, new Random(), pace, Workshop.Parking.UNHEARD),
              List.of(handler));
      vertx
          .deployVerticle(new ScheduleVerticle(ticks, worker, new Random(), Duration.ofMillis(20)))
          .await();
    }
  }

  private final DbConfig config = DbConfigs.to(Databases.fresh());
  private final List<Instance> instances = new ArrayList<>();

  @AfterEach
  void close() {
    instances.forEach(instance -> instance.vertx.close().await());
  }

  private String value(String query) throws SQLException {
    String[] user = config.url().getUserInfo().split(":", 2);
    String jdbc = "jdbc:postgresql://127.0.0.1:" + config.url().getPort() + config.url().getPath();
    try (var connection = DriverManager.getConnection(jdbc, user[0], user[1]);
        var sql = connection.createStatement()) {
      boolean rows = sql.execute(query);
      return rows && sql.getResultSet().next() ? sql.getResultSet().getString(1) : null;
    }
  }

  private String jobs() throws SQLException {
    return value("SELECT count(*) FROM job");
  }

  private void makeDue(String ago) throws SQLException {
    value("UPDATE schedule_tick SET next_at = now() - interval '" + ago + "'");
  }

  @Test
  void firesOnceHoweverManyInstancesTry() throws Exception {
    for (int i = 0; i < 4; i++) {
      new Instance(NIGHTLY).ticks.plan().await();
    }
    for (int round = 0; round < 25; round++) {
      value("DELETE FROM job");
      makeDue("1 second");

      var tries =
          IntStream.range(0, 40).mapToObj(i -> instances.get(i % 4).ticks.fireDue()).toList();
      Future.all(tries).await();

      assertThat(tries.stream().mapToInt(Future::result).sum()).isEqualTo(1);
      assertThat(jobs()).isEqualTo("1");
    }
  }

  @Test
  void doesEachTickOnceOverFourInstances() throws Exception {
    var done = new AtomicInteger();
    for (int i = 0; i < 4; i++) {
      new Instance(SECONDLY).deploy(new Counting(done));
    }

    Eventually.that("three ticks", () -> done.get() >= 3);

    int fired = Integer.parseInt(value("SELECT version - 1 FROM schedule_tick"));
    assertThat(done.get()).isBetween(fired - 1, fired);
  }

  private record Counting(AtomicInteger done) implements JobHandler {
    @Override
    public String kind() {
      return "housekeeping.secondly";
    }

    @Override
    public Future<Void> handle(Lease lease) {
      done.incrementAndGet();
      return Future.succeededFuture();
    }
  }

  @Test
  void catchesUpOnceWhatWasMissedManyTimes() throws Exception {
    var instance = new Instance(NIGHTLY);
    instance.ticks.plan().await();
    makeDue("40 days");

    int fired = instance.ticks.fireDue().await() + instance.ticks.fireDue().await();

    assertThat(fired).isEqualTo(1);
    assertThat(value("SELECT next_at > now() FROM schedule_tick")).isEqualTo("t");
  }

  @Test
  void runsAtOnceWhatWaitsForItsNextTry() throws Exception {
    var instance = new Instance(NIGHTLY);
    instance.ticks.plan().await();
    instance.ticks.run(CALLER, "nightly").await();
    value("UPDATE job SET due_at = now() + interval '1 hour', attempts = 5");

    instance.ticks.run(CALLER, "nightly").await();

    assertThat(jobs()).isEqualTo("1");
    assertThat(value("SELECT due_at <= now() FROM job")).isEqualTo("t");
  }

  @Test
  void enqueuesNothingWhenItsTransactionFails() throws Exception {
    var instance = new Instance(NIGHTLY);
    instance.ticks.plan().await();
    makeDue("1 second");
    value("ALTER TABLE job RENAME TO gone");

    assertThatThrownBy(() -> instance.ticks.fireDue().await()).hasMessageContaining("job");
    value("ALTER TABLE gone RENAME TO job");

    assertThat(instance.ticks.fireDue().await()).isEqualTo(1);
    assertThat(jobs()).isEqualTo("1");
  }

  @Test
  void doesNotFireAgainWhenTheClockOfTheDatabaseIsSetBack() throws Exception {
    var instance = new Instance(NIGHTLY);
    instance.ticks.plan().await();
    makeDue("1 second");
    instance.ticks.fireDue().await();
    Instant planned = next(instance);

    value(
        "UPDATE schedule_tick SET next_at = next_at + interval '1 hour', last_fired_at = now() + interval '1 hour'");

    assertThat(instance.ticks.fireDue().await()).isZero();
    assertThat(next(instance)).isEqualTo(planned.plus(Duration.ofHours(1)));
    assertThat(jobs()).isEqualTo("1");
  }

  private static Instant next(Instance instance) {
    return instance.ticks.byName(CALLER, "nightly").await().nextAt();
  }

  @Test
  void goesOnAfterAClockThatWasAYearAhead() throws Exception {
    var instance = new Instance(NIGHTLY);
    instance.ticks.plan().await();
    Instant planned = next(instance);
    value("UPDATE schedule_tick SET next_at = next_at + interval '1 year'");

    assertThat(instance.ticks.fireDue().await()).isZero();

    assertThat(next(instance)).isEqualTo(planned);
  }

  @Test
  void plansAnewWhenItsCadenceChanged() {
    var before = new Instance(NIGHTLY);
    before.ticks.plan().await();
    Instant planned = next(before);

    new Instance(tick("nightly", Cadence.every(Duration.ofDays(365)))).ticks.plan().await();

    assertThat(next(before)).isNotEqualTo(planned);
  }

  @Test
  void keepsItsPlanAcrossStarts() throws Exception {
    var instance = new Instance(NIGHTLY);
    instance.ticks.plan().await();
    makeDue("1 hour");

    instance.ticks.plan().await();

    assertThat(instance.ticks.fireDue().await()).isEqualTo(1);
  }

  @Test
  void restsWhilePausedAndForgetsWhatItMissed() throws Exception {
    var instance = new Instance(NIGHTLY);
    instance.ticks.plan().await();
    long version = instance.ticks.change(CALLER, "nightly", true, 1).await().version();
    makeDue("3 days");

    assertThat(instance.ticks.fireDue().await()).isZero();
    instance.ticks.change(CALLER, "nightly", false, version).await();

    assertThat(instance.ticks.fireDue().await()).isZero();
    assertThat(next(instance)).isAfter(Instant.now());
    assertThat(value("SELECT count(*) FROM audit")).isEqualTo("2");
  }

  @Test
  void refusesAChangeOfAnOldVersion() {
    var instance = new Instance(NIGHTLY);
    instance.ticks.plan().await();

    assertThatThrownBy(() -> instance.ticks.change(CALLER, "nightly", true, 9).await())
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.kind()).isEqualTo(Fault.Kind.STALE));
  }

  @Test
  void runsNowWithoutMovingItsPlan() throws Exception {
    var instance = new Instance(NIGHTLY);
    instance.ticks.plan().await();
    Instant planned = next(instance);

    instance.ticks.run(CALLER, "nightly").await();

    assertThat(next(instance)).isEqualTo(planned);
    assertThat(jobs()).isEqualTo("1");
    assertThatThrownBy(() -> instance.ticks.run(CALLER, "unknown")).isInstanceOf(Fault.class);
  }
}
