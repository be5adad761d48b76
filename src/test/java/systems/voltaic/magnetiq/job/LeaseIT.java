package systems.voltaic.magnetiq.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Punctual;

@Punctual
class LeaseIT {

  private static final Future<Void> DONE = Future.succeededFuture();
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Limits LIMITS =
      Limits.standard().backoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(5)));

  private final LeaseSql sql = new LeaseSql();
  private Bench bench;
  private Bench.Instance one;
  private Bench.Instance other;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench();
    one = bench.instance();
    other = bench.instance();
    bench.sql("CREATE TABLE effect (job uuid)");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Lease.Claim claim(Bench.Instance instance) {
    var wanted = List.of(new LeaseSql.Wanted("work", 1, LONG));
    return instance.inTransaction(tx -> sql.claim(tx, wanted)).get(0);
  }

  private boolean completes(Bench.Instance instance, Lease.Claim held) {
    return instance.inTransaction(tx -> sql.complete(tx, List.of(held))).contains(held.id());
  }

  private void letTheLeaseEnd() throws Exception {
    bench.sql("UPDATE job SET due_at = now() - interval '1 second'");
  }

  @Test
  void refusesEveryLateWriteOfAnOldToken() throws Exception {
    one.enqueue(Job.Draft.of("work", 1));
    var old = claim(one);
    letTheLeaseEnd();
    var current = claim(other);

    assertThat(current.token()).isGreaterThan(old.token());
    assertThat(completes(one, old)).isFalse();
    Optional<Job.State> parked = one.inTransaction(tx -> sql.fail(tx, old, LONG, "late", true));
    assertThat(parked).isEmpty();
    boolean extended = one.inTransaction(tx -> sql.extend(tx, old, LONG));
    assertThat(extended).isFalse();
    one.inTransaction(tx -> sql.release(tx, List.of(old)));
    assertThat(bench.value("SELECT state || attempts FROM job")).isEqualTo("leased2");
    assertThat(completes(other, current)).isTrue();
    assertThat(bench.isEmpty()).isTrue();
  }

  @Test
  void wouldAcceptTheLateWriteWithoutTheToken() throws Exception {
    one.enqueue(Job.Draft.of("work", 1));
    claim(one);
    letTheLeaseEnd();
    claim(other);

    bench.sql("DELETE FROM job WHERE state = 'leased'");

    assertThat(bench.isEmpty()).isTrue();
  }

  @Test
  void letsAnEndedLeaseBeFinishedWhileNobodyElseTookIt() throws Exception {
    one.enqueue(Job.Draft.of("work", 1));
    var held = claim(one);
    letTheLeaseEnd();

    assertThat(completes(one, held)).isTrue();
  }

  @Test
  void rollsBackTheEffectOfWhoLostTheLease() throws Exception {
    var lease = new AtomicReference<Lease>();
    var go = Promise.<Void>promise();
    one.work(new Doing("work", LIMITS.concurrency(1), l -> firstHangs(lease, go, l)));
    one.enqueue(Job.Draft.of("work", 1));
    Eventually.that("the first to begin", () -> lease.get() != null);
    letTheLeaseEnd();
    other.work(new Doing("work", LIMITS, l -> effect(other, l)));
    Eventually.that("the second to finish", bench::isEmpty);

    go.complete();

    Eventually.that("the first to be refused", () -> refused(one) == 1);
    assertThat(bench.value("SELECT count(*) FROM effect")).isEqualTo("1");
    Eventually.that(
        "the other to be counted", () -> other.count("jobs_total", "result", "completed") == 1);
    assertThat(one.count("jobs_total", "result", "completed")).isZero();
  }

  private Future<Void> firstHangs(AtomicReference<Lease> seen, Promise<Void> go, Lease lease) {
    seen.set(lease);
    return go.future().compose(late -> effect(one, lease));
  }

  private static Future<Void> effect(Bench.Instance instance, Lease lease) {
    return instance.db.transaction(Bench.CALLER, tx -> effect(tx, lease));
  }

  private static Future<Void> effect(Tx tx, Lease lease) {
    return tx.run("INSERT INTO effect VALUES ($1::uuid)", Tuple.of(lease.id()))
        .compose(written -> lease.complete(tx));
  }

  private static double refused(Bench.Instance instance) {
    return instance.count("jobs_late_writes_refused_total");
  }

  @Test
  void undoesTheCompletionWithTheEffect() throws Exception {
    var tries = new AtomicInteger();
    one.enqueue(Job.Draft.of("work", 1));

    one.work(new Doing("work", LIMITS, lease -> failsOnce(tries, lease)));

    Eventually.that("the job to be done", bench::isEmpty);
    assertThat(tries).hasValue(2);
    assertThat(bench.value("SELECT count(*) FROM effect")).isEqualTo("1");
  }

  private Future<Void> failsOnce(AtomicInteger tries, Lease lease) {
    boolean first = tries.incrementAndGet() == 1;
    return one.db.transaction(
        Bench.CALLER,
        tx ->
            effect(tx, lease)
                .compose(done -> first ? Future.failedFuture("after the completion") : DONE));
  }

  @Test
  void takesOverWhatACrashedInstanceHeld() throws Exception {
    one.enqueue(Bench.drafts("work", 1));
    claim(one);
    var done = new AtomicInteger();
    other.work(new Doing("work", LIMITS, lease -> counted(done, lease.attempt())));
    assertThat(done).hasValue(0);

    letTheLeaseEnd();

    Eventually.that("the job to be done", bench::isEmpty);
    assertThat(done).hasValue(2);
  }

  private static Future<Void> counted(AtomicInteger done, int attempt) {
    done.set(attempt);
    return DONE;
  }

  @Test
  void extendsTheLeaseOfLongWork() throws Exception {
    one.enqueue(Job.Draft.of("work", 1).attempts(1));
    var extended = LIMITS.lease(Duration.ofMillis(400));

    one.work(new Doing("work", extended, lease -> slowButAlive(lease, 8)));

    Eventually.that("the job to be done", bench::isEmpty);
    Eventually.that("it to be counted", () -> one.count("jobs_total", "result", "completed") == 1);
  }

  private Future<Void> slowButAlive(Lease lease, int steps) {
    return steps == 0
        ? DONE
        : one.vertx
            .timer(100)
            .compose(fired -> lease.extend(Duration.ofMillis(400)))
            .compose(held -> slowButAlive(lease, steps - 1));
  }

  @Test
  void keepsALiveJobOfTheSameKey() throws Exception {
    var first = one.enqueue(Job.Draft.of("work", 1).unique("page:7"));
    var second = other.enqueue(Job.Draft.of("work", 2).unique("page:7"));
    var third = other.enqueue(Job.Draft.of("work", 3).unique("page:8"));

    assertThat(second).isEqualTo(first).isNotEqualTo(third);
    assertThat(bench.value("SELECT string_agg(payload::text, ',' ORDER BY id) FROM job"))
        .isEqualTo("1,3");
  }

  @Test
  void runsOnceMoreWhenItsKeyIsAskedForWhileItRuns() throws Exception {
    var runs = new AtomicInteger();
    var go = Promise.<Void>promise();
    one.work(new Doing("work", LIMITS, lease -> running(runs, go)));
    one.enqueue(Job.Draft.of("work", 1).unique("page:7"));
    Eventually.that("the job to run", () -> runs.get() == 1);

    other.enqueue(Job.Draft.of("work", 1).unique("page:7"));
    go.complete();

    Eventually.that("the second run", () -> runs.get() == 2 && bench.isEmpty());
  }

  private static Future<Void> running(AtomicInteger runs, Promise<Void> go) {
    runs.incrementAndGet();
    return go.future();
  }

  @Test
  void keepsOneOfManyThatAskForTheSameKeyAtOnce() throws Exception {
    var asked =
        IntStream.range(0, 100)
            .mapToObj(i -> i % 2 == 0 ? one : other)
            .map(this::askForTheKey)
            .toList();

    Future.all(asked).await();

    assertThat(bench.value("SELECT count(*) FROM job")).isEqualTo("1");
  }

  private Future<?> askForTheKey(Bench.Instance instance) {
    return instance.db.transaction(
        Bench.CALLER, tx -> instance.jobs.enqueue(tx, Job.Draft.of("work", 1).unique("page:7")));
  }

  @Test
  void writesTheCompletionOnceTheDatabaseIsBack() throws Exception {
    var runs = new AtomicInteger();
    var go = Promise.<Void>promise();
    one.work(new Doing("work", LIMITS, lease -> running(runs, go)));
    one.enqueue(Job.Draft.of("work", 1));
    Eventually.that("the job to run", () -> runs.get() == 1);

    bench.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    go.complete();

    Eventually.that("the job to be done", bench::isEmpty);
    assertThat(runs).hasValue(1);
  }

  @Test
  void refusesAPayloadThatIsTooLarge() {
    var draft = Job.Draft.of("work", Map.of("text", "ä".repeat(33_000)));

    assertThatThrownBy(() -> one.enqueue(draft)).hasMessageContaining("the most is 65536");
  }

  @Test
  void takesNothingWhenAskedForNothing() {
    List<UUID> none = one.inTransaction(tx -> one.jobs.enqueue(tx, List.of()));
    assertThat(none).isEmpty();
    assertThat(one.open.purge(Bench.CALLER, Optional.empty(), LONG).await()).isZero();
  }
}
