package systems.voltaic.magnetiq.site.render;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the components write pages, on threads of its own. */
public final class Renderer {

  private static final Logger LOG = LoggerFactory.getLogger(Renderer.class);
  private static final int REMEMBERED = 64;

  /** Components nest deeply, and a script that is interpreted takes much of it. */
  private static final long STACK = 8L << 20;

  private final VertxInternal vertx;
  private final Script script;
  private final RenderLimits limits;
  private final RenderMeters meters;
  private final BlockingQueue<RenderJob> queue;
  private final Cache<String, String> failures;
  private final ScheduledThreadPoolExecutor watch;
  private final AtomicLong numbers = new AtomicLong();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  public Renderer(Vertx vertx, Script script, RenderLimits limits, MeterRegistry registry) {
    this.vertx = (VertxInternal) vertx;
    this.script = script;
    this.limits = limits;
    this.queue = new ArrayBlockingQueue<>(limits.waiting());
    this.meters = new RenderMeters(registry, queue);
    this.failures =
        Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(limits.grudge()).build();
    this.watch = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "renderer-watch"));
    watch.setRemoveOnCancelPolicy(true);
  }

  /** Begins to load the script; what is asked for meanwhile waits. */
  public void start() {
    for (int i = 0; i < limits.workers(); i++) {
      var worker = new RenderWorker(script, queue, watch, limits, meters, this::failed);
      Thread thread = daemon(worker, "renderer-" + i);
      threads.add(thread);
      thread.start();
    }
  }

  public Script script() {
    return script;
  }

  /** Fails rather than wait long; what failed for good fails at once for a while. */
  public Future<Rendered> render(String view) {
    String before = failures.getIfPresent(view);
    if (closed || before != null) {
      return refused(closed ? RenderFailure.closed() : RenderFailure.again(before));
    }
    Promise<Rendered> page = vertx.promise();
    var job = new RenderJob(numbers.incrementAndGet(), view, System.nanoTime(), page);
    return queue.offer(job) ? page.future() : refused(RenderFailure.full(limits.waiting()));
  }

  /** Stops what runs; what waits fails. */
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
    var left = new ArrayList<RenderJob>();
    queue.drainTo(left);
    left.forEach(job -> failed(job, RenderFailure.closed()));
    watch.shutdownNow();
    daemon(script::close, "renderer-close").start();
  }

  private Future<Rendered> refused(RenderFailure failure) {
    meters.failed(failure.reason());
    return Future.failedFuture(failure);
  }

  private void failed(RenderJob job, Throwable cause) {
    var failure = RenderFailure.of(cause);
    meters.failed(failure.reason());
    if (failure.lasting()) {
      failures.put(job.view(), failure.getMessage());
    }
    if (!closed) {
      LOG.error("a page could not be rendered: {}", failure.getMessage());
    }
    job.page().tryFail(failure);
  }

  private static Thread daemon(Runnable task, String name) {
    var thread = new Thread(null, task, name, STACK);
    thread.setDaemon(true);
    return thread;
  }
}
