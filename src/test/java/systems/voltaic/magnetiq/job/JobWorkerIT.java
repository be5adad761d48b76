package systems.voltaic.magnetiq.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Punctual;

@Punctual
class JobWorkerIT {

  private static final Future<Void> DONE = Future.succeededFuture();
  private static final Limits LIMITS =
      Limits.standard().backoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(5)));

  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void doesEveryJobOnceWhateverTheContention() throws Exception {
    var one = bench.instance();
    var other = bench.instance();
    var seen = new ConcurrentHashMap<Integer, AtomicInteger>();
    for (var instance : List.of(one, other)) {
      for (int worker = 0; worker < 4; worker++) {
        instance.work(new Doing("count", LIMITS.concurrency(64), lease -> counted(seen, lease)));
      }
    }

    for (int round = 0; round < 5; round++) {
      one.enqueue(Bench.drafts("count", 1000).stream().map(this::offset).toList());
    }

    Eventually.that("all jobs to be done", bench::isEmpty);
    assertThat(seen.values().stream().mapToInt(AtomicInteger::get).sum()).isEqualTo(5000);
    assertThat(refused(one) + refused(other)).isZero();
  }

  private final AtomicInteger offset = new AtomicInteger();

  private Job.Draft offset(Job.Draft draft) {
    return Job.Draft.of(draft.kind(), offset.getAndIncrement());
  }

  private static Future<Void> counted(Map<Integer, AtomicInteger> seen, Lease lease) {
    int times =
        seen.computeIfAbsent(lease.payload(Integer.class), n -> new AtomicInteger())
            .incrementAndGet();
    return times == 1 ? DONE : Future.failedFuture("done twice");
  }

  private static double refused(Bench.Instance instance) {
    return instance.count("jobs_late_writes_refused_total");
  }

  @Test
  void takesTheUrgentFirstThenTheOldest() {
    var instance = bench.instance();
    var order = new ConcurrentLinkedQueue<String>();
    instance.enqueue(Job.Draft.of("say", "low").priority(Job.Priority.LOW));
    instance.enqueue(Job.Draft.of("say", "first"));
    instance.enqueue(Job.Draft.of("say", "second"));
    instance.enqueue(Job.Draft.of("say", "high").priority(Job.Priority.HIGH));
    instance.enqueue(Job.Draft.of("say", "never").delayedBy(Duration.ofHours(1)));

    instance.work(new Doing("say", LIMITS.concurrency(1), lease -> said(order, lease)));

    Eventually.asserts(() -> assertThat(order).containsExactly("high", "first", "second", "low"));
  }

  private static Future<Void> said(Queue<String> order, Lease lease) {
    order.add(lease.payload(String.class));
    return DONE;
  }

  @Test
  void waitsForTheCommitAndForgetsWithTheRollback() throws Exception {
    var instance = bench.instance();
    var order = new ConcurrentLinkedQueue<String>();
    instance.work(Doing.of("say", lease -> said(order, lease)));

    assertThatThrownBy(
            () ->
                instance.inTransaction(
                    tx ->
                        instance
                            .jobs
                            .enqueue(tx, Job.Draft.of("say", "lost"))
                            .compose(id -> Future.failedFuture("changed my mind"))))
        .hasMessageContaining("changed my mind");
    instance.enqueue(Job.Draft.of("say", "kept"));

    Eventually.that("the job to be done", bench::isEmpty);
    assertThat(order).containsExactly("kept");
  }

  @Test
  void wakesTheWorkerAtTheCommit() {
    var instance = bench.instance();
    var woken = Promise.<Void>promise();
    var slow = new JobWorker.Pace(Duration.ofHours(1), 64, Duration.ofSeconds(5));
    instance.work(slow, Doing.of("wake", lease -> woken(woken)));

    instance.enqueue(Job.Draft.of("wake", 1));

    Eventually.that("the worker to wake", () -> woken.future().succeeded());
  }

  private static Future<Void> woken(Promise<Void> woken) {
    woken.tryComplete();
    return DONE;
  }

  @Test
  void triesAgainThenParksWithTheLastError() throws Exception {
    var instance = bench.instance();
    var tries = new AtomicInteger();
    var id = instance.enqueue(Job.Draft.of("fail", 1).attempts(3));

    instance.work(
        new Doing("fail", LIMITS, lease -> Future.failedFuture("try " + tries.incrementAndGet())));

    Eventually.that("the job to be parked", () -> state().equals("parked"));
    var job = instance.open.byId(Bench.CALLER, id).await();
    assertThat(job.attempts()).isEqualTo(3);
    assertThat(job.lastError()).contains("try 3");
    assertThat(instance.count("jobs_total", "result", "retried")).isEqualTo(2);
    Eventually.that(
        "it to be counted", () -> instance.count("jobs_total", "result", "parked") == 1);
  }

  private String state() throws Exception {
    return bench.value("SELECT state FROM job");
  }

  @Test
  void parksAtOnceWhatCannotSucceed() throws Exception {
    var instance = bench.instance();
    instance.enqueue(Job.Draft.of("fail", 1));

    instance.work(
        new Doing("fail", LIMITS, lease -> Future.failedFuture(JobFailure.permanent("gone"))));

    Eventually.that("the job to be parked", () -> state().equals("parked"));
    assertThat(bench.value("SELECT attempts || last_error FROM job")).isEqualTo("1gone");
    var id = UUID.fromString(bench.value("SELECT id FROM job"));
    assertThat(instance.parked).containsExactly(new Workshop.Parked(id, "fail", 1));
  }

  @Test
  void comesBackWhenTheOtherSideSaid() throws Exception {
    var instance = bench.instance();
    instance.enqueue(Job.Draft.of("busy", 1));
    var later = JobFailure.retryAfter(Duration.ofHours(2), "busy");

    instance.work(new Doing("busy", LIMITS, lease -> Future.failedFuture(later)));

    Eventually.that(
        "the job to wait", () -> "busy".equals(bench.value("SELECT last_error FROM job")));
    assertThat(bench.value("SELECT due_at > now() + interval '119 minutes' FROM job"))
        .isEqualTo("t");
  }

  @Test
  void survivesAHandlerThatThrows() throws Exception {
    var instance = bench.instance();
    instance.enqueue(Job.Draft.of("throw", 1).attempts(1));

    instance.work(new Doing("throw", LIMITS, JobWorkerIT::thrown));

    Eventually.that("the job to be parked", () -> state().equals("parked"));
    assertThat(bench.value("SELECT last_error FROM job")).isEqualTo("ArithmeticException: oops");
  }

  private static Future<Void> thrown(Lease lease) {
    throw new ArithmeticException("oops");
  }

  @Test
  void givesBackWhatTookTooLong() throws Exception {
    var instance = bench.instance();
    instance.enqueue(Job.Draft.of("hang", 1).attempts(1));

    instance.work(
        new Doing(
            "hang",
            LIMITS.lease(Duration.ofSeconds(2)),
            lease -> Promise.<Void>promise().future()));

    Eventually.that("the job to be parked", () -> state().equals("parked"));
    assertThat(bench.value("SELECT last_error FROM job")).contains("longer than its lease");
  }

  @Test
  void parksWhatKillsEveryoneWhoTouchesIt() throws Exception {
    var instance = bench.instance();
    instance.enqueue(Job.Draft.of("kill", 1).attempts(2));
    bench.sql("UPDATE job SET state = 'leased', attempts = 2, token = 1, due_at = now()");
    var touched = new AtomicInteger();

    instance.work(new Doing("kill", LIMITS, lease -> touched(touched)));

    Eventually.that("the job to be parked", () -> state().equals("parked"));
    assertThat(touched).hasValue(0);
  }

  private static Future<Void> touched(AtomicInteger touched) {
    touched.incrementAndGet();
    return DONE;
  }

  @Test
  void keepsToItsConcurrency() throws Exception {
    var instance = bench.instance();
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    instance.enqueue(Bench.drafts("slow", 40));

    instance.work(
        new Doing("slow", LIMITS.concurrency(3), lease -> slowly(instance, running, most)));

    Eventually.that("all jobs to be done", bench::isEmpty);
    assertThat(most).hasValue(3);
  }

  private static Future<Void> slowly(
      Bench.Instance instance, AtomicInteger running, AtomicInteger most) {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    return instance.vertx.timer(5).onComplete(done -> running.decrementAndGet()).mapEmpty();
  }

  @Test
  void sharesARateBetweenInstances() throws Exception {
    var one = bench.instance();
    var other = bench.instance();
    var starts = new ConcurrentLinkedQueue<Long>();
    one.enqueue(Bench.drafts("paced", 60));
    for (var instance : List.of(one, other)) {
      instance.work(
          new Doing("paced", LIMITS.rate(20, Duration.ofSeconds(1)), lease -> started(starts)));
    }

    Eventually.that("all jobs to be done", bench::isEmpty);

    var times = new ArrayList<>(starts);
    times.sort(null);
    double seconds = (times.get(59) - times.get(0)) / 1e9;
    assertThat(seconds).as("a burst of 20, then 20 a second").isBetween(1.9, 4.0);
  }

  private static Future<Void> started(Queue<Long> starts) {
    starts.add(System.nanoTime());
    return DONE;
  }

  @Test
  void finishesWhatRunsBeforeItStopsAndTakesNothingMore() throws Exception {
    var instance = bench.instance();
    var release = Promise.<Void>promise();
    var running = new AtomicInteger();
    var worker =
        instance.work(new Doing("run", LIMITS.concurrency(2), lease -> running(running, release)));
    instance.enqueue(Bench.drafts("run", 5));
    Eventually.that("two to run", () -> running.get() == 2);
    instance.vertx.setTimer(50, fired -> release.complete());

    instance.stop(worker);

    assertThat(bench.value("SELECT count(*) FROM job WHERE state = 'waiting'")).isEqualTo("3");
    assertThat(bench.value("SELECT count(*) FROM job")).isEqualTo("3");
  }

  private static Future<Void> running(AtomicInteger running, Promise<Void> release) {
    running.incrementAndGet();
    return release.future();
  }

  @Test
  void handsJobsThatCameTogetherToTheHandlerTogether() throws Exception {
    var instance = bench.instance();
    var sizes = new ConcurrentLinkedQueue<Integer>();
    instance.enqueue(Bench.drafts("bulk", 50));

    instance.work(new Bulk(sizes));

    Eventually.that("all jobs to be done", bench::isEmpty);
    assertThat(sizes).containsExactly(50);
  }

  private record Bulk(Queue<Integer> sizes) implements JobHandler {
    @Override
    public String kind() {
      return "bulk";
    }

    @Override
    public Limits limits() {
      return LIMITS.concurrency(64);
    }

    @Override
    public Future<Void> handle(Lease lease) {
      return Future.failedFuture("not one by one");
    }

    @Override
    public List<Future<Void>> handleAll(List<Lease> leases) {
      sizes.add(leases.size());
      return leases.stream().map(lease -> DONE).toList();
    }
  }
}
