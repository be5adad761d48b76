package systems.voltaic.magnetiq.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;

/** Looks every ten seconds at how much work there is and how long the oldest has waited. */
public final class JobSampler {

  /**
   * Jobs of one kind in one state.
   *
   * @param oldest how long the first of them has been due; zero for leased and parked ones
   */
  public record Depth(String kind, String state, long jobs, Duration oldest) {}

  private static final long PERIOD_MILLIS = 10_000;
  private static final Caller CALLER = Caller.system("jobs");

  private final Vertx vertx;
  private final Db db;
  private final DepthSql sql = new DepthSql();
  private final MultiGauge depth;
  private final MultiGauge oldest;
  private volatile List<Depth> latest = List.of();
  private long timer;
  private boolean stopped;

  public JobSampler(Vertx vertx, Db db, MeterRegistry meters) {
    this.vertx = vertx;
    this.db = db;
    this.depth = MultiGauge.builder("jobs_depth").register(meters);
    this.oldest = MultiGauge.builder("jobs_oldest_age_seconds").register(meters);
  }

  /** While the database is away it goes on looking. */
  public Future<Void> start() {
    return sample().transform(done -> Future.succeededFuture());
  }

  public void stop() {
    stopped = true;
    vertx.cancelTimer(timer);
  }

  /** What was seen last; at most ten seconds old while the database answers. */
  public List<Depth> latest() {
    return latest;
  }

  Future<List<Depth>> sample() {
    return sql.depths(db.primary(CALLER)).onSuccess(this::show).onComplete(done -> sampleLater());
  }

  private void sampleLater() {
    if (!stopped) {
      timer = vertx.setTimer(PERIOD_MILLIS, fired -> sample());
    }
  }

  private void show(List<Depth> depths) {
    latest = depths;
    depth.register(depths.stream().map(JobSampler::depth).toList(), true);
    oldest.register(
        depths.stream().filter(d -> d.state().equals("waiting")).map(JobSampler::age).toList(),
        true);
  }

  private static MultiGauge.Row<?> depth(Depth d) {
    return MultiGauge.Row.of(Tags.of("kind", d.kind(), "state", d.state()), d.jobs());
  }

  private static MultiGauge.Row<?> age(Depth d) {
    return MultiGauge.Row.of(Tags.of("kind", d.kind()), d.oldest().toMillis() / 1000.0);
  }
}
