package systems.voltaic.magnetiq.log;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.concurrent.atomic.LongAdder;

/**
 * Hands events to a writer thread; when it lags, low levels are dropped and counted, never waited
 * for.
 */
final class BoundedAppender extends AsyncAppender {

  private final LongAdder dropped = new LongAdder();
  private final int reserved;

  BoundedAppender(int size) {
    this.reserved = size / 5;
    setQueueSize(size);
    setDiscardingThreshold(0);
    setNeverBlock(true);
    setMaxFlushTime(2_000);
  }

  @Override
  protected void append(ILoggingEvent event) {
    boolean important = event.getLevel().isGreaterOrEqual(Level.WARN);
    if (getRemainingCapacity() <= (important ? 0 : reserved)) {
      dropped.increment();
      return;
    }
    super.append(event);
  }

  long dropped() {
    return dropped.sum();
  }
}
