package systems.voltaic.magnetiq.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BoundedAppenderTest {

  private final LoggerContext context = new LoggerContext();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch reached = new CountDownLatch(1);
  private final List<Level> written = new CopyOnWriteArrayList<>();

  @Test
  @Timeout(20)
  void aWriterThatHangsCostsLowLevelsAndNeverTheCallersTime() throws Exception {
    var queue = new BoundedAppender(100, hanging(), () -> {});
    context.setMDCAdapter(new LogbackMDCAdapter());
    queue.setContext(context);
    queue.start();
    queue.doAppend(event(Level.INFO));
    reached.await();

    for (int i = 0; i < 10_000; i++) {
      queue.doAppend(event(Level.INFO));
    }
    assertThat(queue.dropped()).isEqualTo(10_000 - 80);
    for (int i = 0; i < 1_000; i++) {
      queue.doAppend(event(Level.ERROR));
    }
    assertThat(queue.dropped()).isEqualTo(10_000 - 80 + 1_000 - 20);

    gate.countDown();
    queue.stop();
    assertThat(written).hasSize(101).filteredOn(Level.ERROR::equals).hasSize(20);
  }

  private AppenderBase<ILoggingEvent> hanging() {
    var appender =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            reached.countDown();
            try {
              gate.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            written.add(event.getLevel());
          }
        };
    appender.start();
    return appender;
  }

  private ILoggingEvent event(Level level) {
    return new LoggingEvent("fqcn", context.getLogger("test"), level, "m", null, new Object[0]);
  }
}
