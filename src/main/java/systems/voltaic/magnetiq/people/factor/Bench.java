package systems.voltaic.magnetiq.people.factor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import systems.voltaic.magnetiq.fault.Fault;

/** Signatures and squares are worked on beside the event loops; who finds it full is refused. */
public final class Bench {

  private static final int THREADS = 2;
  private static final int MOST = 64;

  private final WorkerExecutor pool;
  private final AtomicInteger waiting = new AtomicInteger();

  public Bench(Vertx vertx) {
    this.pool = vertx.createSharedWorkerExecutor("factors", THREADS);
  }

  public <T> Future<T> work(Callable<T> work) {
    if (waiting.incrementAndGet() > MOST) {
      waiting.decrementAndGet();
      return Future.failedFuture(full());
    }
    return pool.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
  }

  private static Fault full() {
    return Fault.unavailable(
        "login-busy", "too many people sign in just now", Duration.ofSeconds(2));
  }
}
