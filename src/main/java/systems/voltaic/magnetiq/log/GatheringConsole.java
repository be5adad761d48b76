package systems.voltaic.magnetiq.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps lines until it is told to hand them to the system, all together. */
final class GatheringConsole extends ConsoleAppender<ILoggingEvent> {

  private static final int MOST_BYTES = 64 * 1024;

  GatheringConsole() {
    setImmediateFlush(false);
  }

  @Override
  public void setOutputStream(OutputStream console) {
    super.setOutputStream(new BufferedOutputStream(console, MOST_BYTES));
  }

  /** A request's line needs no message made for it before. */
  @Override
  protected void subAppend(ILoggingEvent event) {
    if (AccessLines.of(event) == null) {
      super.subAppend(event);
      return;
    }
    try {
      writeOut(event);
    } catch (IOException e) {
      addError("the console cannot be written", e);
    }
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
