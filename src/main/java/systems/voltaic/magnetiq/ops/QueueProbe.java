package systems.voltaic.magnetiq.ops;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Whether background work keeps up. */
public final class QueueProbe {

  /** What waits, and how long the oldest of it has been due. */
  public record Backlog(long depth, Duration oldest) {}

  static final double LATE_SECONDS = 300;
  static final double STUCK_SECONDS = 3_600;
  private static final String EFFECT = "Mails and messages to partners arrive late; none is lost.";

  public static Probe of(Supplier<Future<Backlog>> backlog) {
    return Probe.of(
        "queue", Probe.Group.CORE, false, EFFECT, () -> backlog.get().map(QueueProbe::judge));
  }

  static Finding judge(Backlog backlog) {
    double seconds = backlog.oldest().toMillis() / 1000.0;
    return new Finding(
        Finding.judge(seconds, LATE_SECONDS, STUCK_SECONDS),
        Map.of("depth", backlog.depth(), "oldestSeconds", seconds));
  }

  private QueueProbe() {}
}
