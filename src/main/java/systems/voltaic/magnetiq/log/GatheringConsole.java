package systems.voltaic.magnetiq.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;

/** Keeps lines until it is told to hand them to the system, all together. */
final class GatheringConsole extends ConsoleAppender<ILoggingEvent> {

  GatheringConsole() {
    setImmediateFlush(false);
  }

  @Override
  public void stop() {
    flush();
    super.stop();
  }

  void flush() {
    try {
      if (getOutputStream() != null) {
        getOutputStream().flush();
      }
    } catch (IOException e) {
      addError("the console cannot be written", e);
    }
  }
}
