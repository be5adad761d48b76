package systems.voltaic.magnetiq.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.testkit.Eventually;

/** While a queue is long its claims overlap, and never take more than may be in hand. */
class OverlapIT {

  private static final String KIND = "crowd";
  private static final int PLACES = 8;
  private static final int BATCH = PLACES / 2;

  private static final JobWorker.Pace PACE =
      new JobWorker.Pace(Duration.ofMinutes(1), BATCH, Duration.ofMillis(500));

  /** Jobs that the handler has, each as what ends it. */
  private final Queue<Promise<Void>> inHand = new ConcurrentLinkedQueue<>();

  @Test
  void claimsAgainWhileAClaimIsUnderWay() throws SQLException {
    try (var bench = new Bench()) {
      var instance = bench.instance();
      instance.enqueue(Bench.drafts(KIND, 3 * PLACES));
      var late = new LateDb(instance.db.background(), 2);
      var limits = Limits.standard().concurrency(PLACES);
      instance.work(late, PACE, new Doing(KIND, limits, lease -> take()));
      Eventually.that("the second claim to be kept waiting", late::isHeld);

      inHand.forEach(Promise::complete);

      Eventually.that("a third claim", () -> inHand.size() == 2 * BATCH);
      late.letGo();
      Eventually.that("the second claim's end", late::isDone);
      assertThat(bench.value("SELECT count(*) FROM job WHERE state = 'leased'"))
          .as("as many as there are places")
          .isEqualTo("" + PLACES);
      finishAll(bench);
    }
  }

  @Test
  void leavesRoomForOtherKinds() {
    try (var bench = new Bench()) {
      var instance = bench.instance();
      instance.enqueue(Bench.drafts(KIND, 20 * PLACES));
      var late = new LateDb(instance.db.background(), 2);
      var limits = Limits.standard().concurrency(PLACES);
      var others = new AtomicInteger();
      instance.work(
          late,
          PACE,
          new Doing(KIND, limits, lease -> take()),
          Doing.of("rare", lease -> counted(others)));
      Eventually.that("the second claim to be kept waiting", late::isHeld);

      instance.enqueue(Bench.drafts("rare", 1));

      Eventually.that(
          "the rare job",
          () -> {
            inHand.forEach(Promise::tryComplete);
            return others.get() == 1;
          });
      late.letGo();
      finishAll(bench);
    }
  }

  private static Future<Void> counted(AtomicInteger done) {
    done.incrementAndGet();
    return Future.succeededFuture();
  }

  private Future<Void> take() {
    var job = Promise.<Void>promise();
    inHand.add(job);
    return job.future();
  }

  private void finishAll(Bench bench) {
    Eventually.that(
        "all jobs to be done",
        () -> {
          inHand.forEach(Promise::tryComplete);
          return bench.isEmpty();
        });
  }

  /** Keeps one of its single statements waiting until it is let go. */
  private static final class LateDb implements Db {

    private final Db db;
    private final Promise<Void> gate = Promise.promise();
    private int before;
    private volatile boolean held;
    private volatile boolean done;

    LateDb(Db db, int late) {
      this.db = db;
      this.before = late;
    }

    boolean isHeld() {
      return held;
    }

    boolean isDone() {
      return done;
    }

    void letGo() {
      gate.complete();
    }

    @Override
    public <T> Future<T> autocommit(Caller caller, Function<Session, Future<T>> work) {
      before--;
      if (before != 0) {
        return db.autocommit(caller, work);
      }
      held = true;
      return gate.future()
          .compose(open -> db.autocommit(caller, work))
          .onComplete(end -> done = true);
    }

    @Override
    public <T> Future<T> transaction(Caller caller, Function<Tx, Future<T>> work) {
      return db.transaction(caller, work);
    }

    @Override
    public Session reads(Caller caller) {
      return db.reads(caller);
    }

    @Override
    public Session primary(Caller caller) {
      return db.primary(caller);
    }
  }
}
