package systems.voltaic.magnetiq.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Hands events to a writer thread; when it lags, low levels are dropped and counted, never waited
 * for. While lines come in numbers the writer looks for them by itself: being woken for each would
 * cost the callers more than the line.
 */
final class BoundedAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

  private static final long NAP = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long SLEEP = TimeUnit.SECONDS.toNanos(10);
  private static final int NAPS = 50;
  private static final int MOST_AT_ONCE = 256;
  private static final long LAST_WORDS_MILLIS = 2_000;

  private final Queue<ILoggingEvent> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger length = new AtomicInteger();
  private final LongAdder dropped = new LongAdder();
  private final int size;
  private final int reserved;
  private final Appender<ILoggingEvent> writer;
  private final Runnable pause;
  private Thread thread;
  private volatile boolean asleep;
  private volatile boolean ending;

  /**
   * @param pause heard after every few lines and whenever none waits
   */
  BoundedAppender(int size, Appender<ILoggingEvent> writer, Runnable pause) {
    this.size = size;
    this.reserved = size / 5;
    this.writer = writer;
    this.pause = pause;
  }

  @Override
  public void start() {
    thread = new Thread(this::write, "log-" + writer.getName());
    thread.setDaemon(true);
    thread.start();
    super.start();
  }

  @Override
  protected void append(ILoggingEvent event) {
    boolean important = event.getLevel().isGreaterOrEqual(Level.WARN);
    if (length.incrementAndGet() > (important ? size : size - reserved)) {
      length.decrementAndGet();
      dropped.increment();
      return;
    }
    if (AccessLines.of(event) == null) {
      event.prepareForDeferredProcessing();
    }
    waiting.add(event);
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  /** Writes what waits, for a while. */
  @Override
  public void stop() {
    super.stop();
    ending = true;
    LockSupport.unpark(thread);
    try {
      thread.join(LAST_WORDS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writer.stop();
  }

  long dropped() {
    return dropped.sum();
  }

  private void write() {
    int naps = 0;
    while (!ending) {
      naps = writeSome() ? 0 : naps + 1;
      if (waiting.isEmpty()) {
        rest(naps);
      }
    }
    while (writeSome()) {
      pause.run();
    }
  }

  private boolean writeSome() {
    int written = 0;
    for (ILoggingEvent event = waiting.poll(); event != null; event = waiting.poll()) {
      length.decrementAndGet();
      writer.doAppend(event);
      if (++written == MOST_AT_ONCE) {
        break;
      }
    }
    if (written > 0) {
      pause.run();
    }
    return written > 0;
  }

  private void rest(int naps) {
    if (naps < NAPS) {
      LockSupport.parkNanos(NAP);
      return;
    }
    asleep = true;
    if (waiting.isEmpty() && !ending) {
      LockSupport.parkNanos(SLEEP);
    }
    asleep = false;
  }
}
