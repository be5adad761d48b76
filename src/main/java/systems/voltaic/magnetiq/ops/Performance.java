package systems.voltaic.magnetiq.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The last fifteen minutes of this instance, a sample every ten seconds. */
public final class Performance {

  static final Duration STEP = Duration.ofSeconds(10);
  static final int MOST_SAMPLES = 91;
  private static final int A_MINUTE = 6;

  /** The last minute, or one point of the trend. */
  record Point(
      Instant at,
      double cpuPercent,
      double memoryPercent,
      double eventLoopLagMilliseconds,
      double requestsPerSecond,
      double errorPercent,
      double p50Milliseconds,
      double p95Milliseconds,
      double p99Milliseconds) {}

  record Report(Point now, int activeConnections, List<Point> trend) {}

  private final Vertx vertx;
  private final Clock clock;
  private final MeterRegistry registry;
  private final LoopLag lag;
  private final Deque<Sample> samples = new ArrayDeque<>();
  private final AtomicBoolean sampling = new AtomicBoolean();
  private long timer;

  public Performance(Vertx vertx, Clock clock, MeterRegistry registry, LoopLag lag) {
    this.vertx = vertx;
    this.clock = clock;
    this.registry = registry;
    this.lag = lag;
  }

  public Future<Void> start() {
    timer = vertx.setPeriodic(STEP.toMillis(), id -> sample());
    return sample();
  }

  public void stop() {
    vertx.cancelTimer(timer);
  }

  Future<Void> sample() {
    if (!sampling.compareAndSet(false, true)) {
      return Future.succeededFuture();
    }
    return vertx
        .executeBlocking(this::take, false)
        .onComplete(done -> sampling.set(false))
        .mapEmpty();
  }

  Report report() {
    List<Sample> all = samples();
    var trend = new ArrayList<Point>();
    for (int i = 1; i < all.size(); i++) {
      trend.add(point(all.get(i - 1), all.get(i)));
    }
    Sample last = all.get(all.size() - 1);
    Sample before = all.get(Math.max(0, all.size() - 1 - A_MINUTE));
    return new Report(point(before, last), (int) gauge("active_connections"), trend);
  }

  synchronized List<Sample> samples() {
    return List.copyOf(samples);
  }

  private Sample take() {
    var sample =
        new Sample(
            clock.instant(),
            gauge("process.cpu.usage"),
            gauge("jvm.memory.usage.after.gc"),
            lag.seconds(),
            HttpTotals.read(registry));
    keep(sample);
    return sample;
  }

  private synchronized void keep(Sample sample) {
    samples.addLast(sample);
    if (samples.size() > MOST_SAMPLES) {
      samples.removeFirst();
    }
  }

  private double gauge(String name) {
    Gauge gauge = registry.find(name).gauge();
    double value = gauge == null ? 0 : gauge.value();
    return Double.isFinite(value) ? value : 0;
  }

  private static Point point(Sample before, Sample now) {
    HttpTotals http = now.http().since(before.http());
    double seconds = Math.max(1, Duration.between(before.at(), now.at()).toMillis() / 1000.0);
    return new Point(
        now.at(),
        rounded(now.cpu() * 100),
        rounded(now.memory() * 100),
        rounded(now.loopLag() * 1000),
        rounded(http.requests() / seconds),
        rounded(http.errorPercent()),
        rounded(http.percentileSeconds(0.50) * 1000),
        rounded(http.percentileSeconds(0.95) * 1000),
        rounded(http.percentileSeconds(0.99) * 1000));
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
