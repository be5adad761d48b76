package systems.voltaic.magnetiq.net;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Names to addresses. */
@FunctionalInterface
public interface Resolver {

  Future<List<InetAddress>> resolve(String host);

  /** As the operating system resolves, on threads of its own. */
  static Resolver system(Vertx vertx, int threads, Duration deadline) {
    WorkerExecutor pool = vertx.createSharedWorkerExecutor("resolve", threads);
    return host ->
        pool.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false)
            .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }
}
