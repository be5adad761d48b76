package systems.voltaic.magnetiq.testkit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Listens for Vert.x complaining that an event loop was held up. */
public final class BlockedLoops extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final String CHECKER = "io.vertx.core.impl.BlockedThreadChecker";

  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

  private BlockedLoops() {}

  public static BlockedLoops listen() {
    var listener = new BlockedLoops();
    listener.start();
    ((Logger) LoggerFactory.getLogger(CHECKER)).addAppender(listener);
    return listener;
  }

  public int count() {
    return complaints.size();
  }

  public void assertNone() {
    if (!complaints.isEmpty()) {
      throw new AssertionError("event loops were held up: " + complaints);
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    complaints.add(event.getFormattedMessage());
  }

  @Override
  public void close() {
    ((Logger) LoggerFactory.getLogger(CHECKER)).detachAppender(this);
    stop();
  }
}
