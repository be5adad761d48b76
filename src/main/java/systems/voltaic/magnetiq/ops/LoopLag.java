package systems.voltaic.magnetiq.ops;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.distribution.TimeWindowMax;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** How late each event loop comes to what was due: the worst of the last thirty seconds. */
public final class LoopLag {

  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(100);

  private final MeterRegistry registry;
  private final List<TimeWindowMax> worst = new CopyOnWriteArrayList<>();
  private volatile boolean stopped;

  public LoopLag(MeterRegistry registry) {
    this.registry = registry;
  }

  public void start(Vertx vertx) {
    ((VertxInternal) vertx).nettyEventLoopGroup().forEach(this::watch);
  }

  public void stop() {
    stopped = true;
  }

  double seconds() {
    return worst.stream().mapToDouble(TimeWindowMax::poll).max().orElse(0);
  }

  int loops() {
    return worst.size();
  }

  private void watch(EventExecutor loop) {
    var lag = new TimeWindowMax(Clock.SYSTEM, 10_000, 3);
    Gauge.builder("event.loop.lag", lag, TimeWindowMax::poll)
        .baseUnit("seconds")
        .tag("loop", Integer.toString(worst.size()))
        .register(registry);
    worst.add(lag);
    again(loop, lag);
  }

  private void again(EventExecutor loop, TimeWindowMax lag) {
    if (!stopped && !loop.isShuttingDown()) {
      long due = System.nanoTime() + STEP;
      loop.schedule(() -> arrived(loop, lag, due), STEP, TimeUnit.NANOSECONDS);
    }
  }

  private void arrived(EventExecutor loop, TimeWindowMax lag, long due) {
    lag.record(Math.max(0, (System.nanoTime() - due) / 1e9));
    again(loop, lag);
  }
}
