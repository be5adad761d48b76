package systems.voltaic.magnetiq.job;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.bus.EventCodec;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.DbConfig;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.id.Uuid7;
import systems.voltaic.magnetiq.integration.webhook.Undelivered;
import systems.voltaic.magnetiq.mail.Unsent;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DbConfigs;

/** Several instances on one database, and what tests do to their jobs. */
final class Bench implements AutoCloseable {

  static final Caller CALLER = Caller.system("test");
  static final JobWorker.Pace QUICK =
      new JobWorker.Pace(Duration.ofMillis(20), 64, Duration.ofMillis(500));

  /** What one process would have. */
  final class Instance {
    final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final PgDb db = PgDb.open(vertx, config, 2, RecentWriters.none(), meters);
    final Uuid7 ids = new Uuid7(Clock.systemUTC(), new Random());
    final Jobs jobs = new Jobs(vertx, ids, kinds -> {});
    final OpenJobs open =
        new OpenJobs(db, jobs, new Audit(db, ids), List.of(new Unsent(), new Undelivered()));

    final Queue<Workshop.Parked> parked = new ConcurrentLinkedQueue<>();

    private final List<JobWorker> workers = new ArrayList<>();

    private Instance() {
      EventCodec.register(vertx);
    }

    private Future<Void> heard(Tx tx, Workshop.Parked job) {
      parked.add(job);
      return Future.succeededFuture();
    }

    JobWorker work(JobHandler... handlers) {
      return work(QUICK, handlers);
    }

    JobWorker work(JobWorker.Pace pace, JobHandler... handlers) {
      return work(db.background(), pace, handlers);
    }

    JobWorker work(Db on, JobWorker.Pace pace, JobHandler... handlers) {
      var worker =
          new JobWorker(
              vertx, new Workshop(on, meters, new Random(), pace, this::heard), List.of(handlers));
      workers.add(worker);
      onContext(worker::start);
      return worker;
    }

    void stop(JobWorker worker) {
      onContext(worker::stop);
    }

    private void close() {
      workers.forEach(this::stop);
      vertx.close().await();
    }

    void onContext(Supplier<Future<Void>> call) {
      var done = Promise.<Void>promise();
      vertx.getOrCreateContext().runOnContext(turn -> call.get().onComplete(done));
      done.future().await();
    }

    UUID enqueue(Job.Draft draft) {
      return inTransaction(tx -> jobs.enqueue(tx, draft));
    }

    void enqueue(List<Job.Draft> drafts) {
      inTransaction(tx -> jobs.enqueue(tx, drafts));
    }

    <T> T inTransaction(Function<Tx, Future<T>> work) {
      return ((Db) db).transaction(CALLER, work).await();
    }

    double count(String name, String... tags) {
      var counter = meters.find(name).tags(tags).counter();
      return counter == null ? 0 : counter.count();
    }
  }

  private final DbConfig config = DbConfigs.to(Databases.fresh());
  private final List<Instance> instances = new ArrayList<>();

  Instance instance() {
    var instance = new Instance();
    instances.add(instance);
    return instance;
  }

  URI url() {
    return config.url();
  }

  static List<Job.Draft> drafts(String kind, int jobs) {
    return IntStream.range(0, jobs).mapToObj(i -> Job.Draft.of(kind, i)).toList();
  }

  void sql(String statement) throws SQLException {
    try (var connection = connect();
        var s = connection.createStatement()) {
      s.execute(statement);
    }
  }

  String value(String query) throws SQLException {
    try (var connection = connect();
        var s = connection.createStatement();
        var rows = s.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  private Connection connect() throws SQLException {
    String[] user = config.url().getUserInfo().split(":", 2);
    String jdbc = "jdbc:postgresql://127.0.0.1:" + config.url().getPort() + config.url().getPath();
    return DriverManager.getConnection(jdbc, user[0], user[1]);
  }

  boolean isEmpty() throws SQLException {
    return value("SELECT count(*) FROM job").equals("0");
  }

  @Override
  public void close() {
    instances.forEach(Instance::close);
  }
}
