package systems.voltaic.magnetiq.job;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.bus.Topics;

/** Works on the jobs of some kinds: one for each verticle that owns kinds, used on its context. */
public final class JobWorker {

  private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
  private static final String SPENT =
      "every attempt ended without an answer: the instance died or the lease was too short";

  /**
   * How it goes about it.
   *
   * @param poll the shortest time between two looks that nothing woke; the longest is twice that
   * @param batch jobs of a kind that are claimed at once
   * @param drain how long stopping waits for handlers
   */
  public record Pace(Duration poll, int batch, Duration drain) {
    public static Pace standard() {
      return new Pace(Duration.ofSeconds(1), 256, Duration.ofSeconds(25));
    }
  }

  private final Vertx vertx;
  private final Workshop workshop;
  private final RandomGenerator random;
  private final Pace pace;
  private final Claims claims;
  private final JobMeters meters;
  private final Map<String, Lane> lanes;
  private final Promise<Void> idle = Promise.promise();
  private Context context;
  private Outcomes outcomes;
  private long timer;
  private int claiming;
  private boolean again;
  private boolean stopped;
  private boolean failing;

  public JobWorker(Vertx vertx, Workshop workshop, List<JobHandler> handlers) {
    this.vertx = vertx;
    this.workshop = workshop;
    this.random = workshop.random();
    this.pace = workshop.pace();
    this.claims = new Claims(workshop.db());
    this.meters = new JobMeters(workshop.meters());
    this.lanes = lanes(handlers);
  }

  private static Map<String, Lane> lanes(List<JobHandler> handlers) {
    var lanes = new LinkedHashMap<String, Lane>();
    for (JobHandler handler : handlers) {
      if (lanes.put(handler.kind(), new Lane(handler)) != null) {
        throw new IllegalArgumentException(handler.kind() + " has two handlers");
      }
    }
    return lanes;
  }

  /** Call from the verticle's start. */
  public Future<Void> start() {
    context = vertx.getOrCreateContext();
    outcomes = new Outcomes(vertx, context, workshop, meters);
    pollLater();
    return Topics.JOBS_WAITING.subscribe(vertx, this::wake).onSuccess(ready -> look());
  }

  /** Claims nothing more and waits for what runs; what does not end in time ends with its lease. */
  public Future<Void> stop() {
    stopped = true;
    vertx.cancelTimer(timer);
    endWhenIdle();
    return idle.future()
        .timeout(pace.drain().toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(this::leaveBehind);
  }

  private Void leaveBehind(Throwable tooLong) {
    LOG.warn("{} jobs still run; they will be given to somebody else", held());
    return null;
  }

  private void wake(Topics.JobsWaiting waiting) {
    if (waiting.kinds().stream().anyMatch(lanes::containsKey)) {
      look();
    }
  }

  private void pollLater() {
    long millis = pace.poll().toMillis();
    timer = vertx.setTimer(millis + random.nextLong(millis), fired -> poll());
  }

  private void poll() {
    if (!stopped) {
      pollLater();
      look();
    }
  }

  /** Somebody may have come since the claim that is under way looked: then once more after it. */
  private void look() {
    again = claiming > 0;
    if (!again) {
      claim(Lane::hasRoom);
    }
  }

  /** While a queue is long, claims overlap: one is on its way while another's jobs are begun. */
  private void lookForMore() {
    if (!failing) {
      claim(Lane::isHungry);
    }
  }

  private void claim(Predicate<Lane> open) {
    Map<Lane, Integer> asked =
        lanes.values().stream()
            .filter(lane -> !stopped && open.test(lane))
            .collect(toMap(lane -> lane, lane -> lane.reserve(pace.batch())));
    if (!asked.isEmpty()) {
      claiming++;
      claims.take(asked).onComplete(taken -> took(asked, taken));
    }
  }

  private void took(Map<Lane, Integer> asked, AsyncResult<List<Lease.Claim>> taken) {
    claiming--;
    noteHealth(taken.cause());
    if (taken.succeeded()) {
      begin(asked, taken.result());
    } else {
      asked.forEach(Lane::tookNone);
    }
    endWhenIdle();
    if (again) { // also while other claims are under way: a long queue always has one
      again = false;
      claim(Lane::hasRoom);
    } else {
      lookForMore();
    }
  }

  private void noteHealth(Throwable failure) {
    if (failure != null && !failing) {
      LOG.warn("jobs cannot be claimed, trying on: {}", FailureText.of(failure));
    } else if (failure == null && failing) {
      LOG.info("jobs are claimed again");
    }
    failing = failure != null;
  }

  private void begin(Map<Lane, Integer> asked, List<Lease.Claim> taken) {
    if (stopped) {
      asked.forEach(Lane::tookNone);
      outcomes.release(taken.stream().map(this::lease).toList());
      return;
    }
    var byKind = taken.stream().collect(groupingBy(Lease.Claim::kind));
    asked.forEach(
        (lane, jobs) -> {
          var mine = byKind.getOrDefault(lane.kind(), List.of());
          lane.took(mine.size(), jobs);
          begin(lane, mine);
        });
  }

  private void begin(Lane lane, List<Lease.Claim> taken) {
    if (taken.isEmpty()) {
      return;
    }
    meters.claimed(lane.kind(), taken.size());
    lane.limits().rate().ifPresent(this::lookAtNextPermit);
    var runnable = new ArrayList<Lease>();
    for (Lease.Claim claim : taken) {
      if (claim.attempt() > claim.maxAttempts()) {
        settle(lane, outcomes.failed(lease(claim), lane, JobFailure.permanent(SPENT)));
      } else {
        runnable.add(lease(claim));
      }
    }
    run(lane, runnable);
  }

  private void run(Lane lane, List<Lease> leases) {
    if (leases.isEmpty()) {
      return;
    }
    var work = lane.handle(leases);
    for (int i = 0; i < leases.size(); i++) {
      Lease lease = leases.get(i);
      Hold.until(vertx, lease, lane.limits().lease(), work.get(i))
          .onComplete(done -> context.runOnContext(turn -> write(lane, lease, done)));
    }
  }

  private void write(Lane lane, Lease lease, AsyncResult<Void> done) {
    settle(
        lane,
        done.succeeded() ? outcomes.succeeded(lease) : outcomes.failed(lease, lane, done.cause()));
  }

  private void settle(Lane lane, Future<Void> written) {
    written.onComplete(done -> free(lane));
  }

  private void free(Lane lane) {
    lane.let(1);
    endWhenIdle();
    if (lane.isHungry()) {
      lookForMore();
    }
  }

  private void lookAtNextPermit(Limits.Rate rate) {
    long millis = Math.max(20, rate.period().toMillis() / rate.permits());
    if (millis < pace.poll().toMillis()) {
      vertx.setTimer(millis, fired -> look());
    }
  }

  private void endWhenIdle() {
    if (stopped && claiming == 0 && held() == 0) {
      idle.tryComplete();
    }
  }

  private int held() {
    return lanes.values().stream().mapToInt(Lane::held).sum();
  }

  private Lease lease(Lease.Claim claim) {
    return new Lease(claim, outcomes);
  }
}
