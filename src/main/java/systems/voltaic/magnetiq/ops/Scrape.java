package systems.voltaic.magnetiq.ops;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.atomic.AtomicBoolean;

/** The metrics page, written off the event loops, one at a time and at most once a second. */
final class Scrape {

  private static final long FRESH = 1_000_000_000L;

  private record Page(Buffer text, long written) {
    boolean fresh() {
      return System.nanoTime() - written < FRESH;
    }
  }

  private final Metrics metrics;
  private final WorkerExecutor writer;
  private final AtomicBoolean writing = new AtomicBoolean();
  private volatile Page last;

  Scrape(Vertx vertx, Metrics metrics) {
    this.metrics = metrics;
    this.writer = vertx.createSharedWorkerExecutor("metrics", 1);
  }

  /** Whoever comes while another page is being written gets the one before. */
  Future<Buffer> page() {
    Page page = last;
    if (page != null && (page.fresh() || writing.get())) {
      return Future.succeededFuture(page.text());
    }
    writing.set(true);
    return writer.executeBlocking(this::write, true).onComplete(done -> writing.set(false));
  }

  private Buffer write() {
    Page page = last;
    if (page == null || !page.fresh()) {
      page = new Page(Buffer.buffer(metrics.text()), System.nanoTime());
      last = page;
    }
    return page.text();
  }
}
