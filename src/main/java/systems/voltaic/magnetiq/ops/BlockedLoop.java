package systems.voltaic.magnetiq.ops;

import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Has Vert.x say when an event loop was held up. */
public final class BlockedLoop {

  public static final Duration IN_PRODUCTION = Duration.ofMillis(200);
  public static final Duration IN_TESTS = Duration.ofMillis(100);

  /** Names the thread from the limit on, and shows its stack from five times the limit on. */
  public static VertxOptions watch(VertxOptions options, Duration limit) {
    return options
        .setBlockedThreadCheckInterval(limit.toMillis() / 2)
        .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
        .setMaxEventLoopExecuteTime(limit.toMillis())
        .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
        .setWarningExceptionTime(limit.toMillis() * 5)
        .setWarningExceptionTimeUnit(TimeUnit.MILLISECONDS);
  }

  private BlockedLoop() {}
}
