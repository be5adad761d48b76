package systems.voltaic.magnetiq.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Hands lines to the system together while more of them wait, and at once when none does. */
final class GatheringConsole extends ConsoleAppender<ILoggingEvent> {

  private static final int MOST = 64;

  private final BooleanSupplier moreWait;
  private int gathered;

  GatheringConsole(BooleanSupplier moreWait) {
    this.moreWait = moreWait;
    setImmediateFlush(false);
  }

  @Override
  protected void append(ILoggingEvent event) {
    super.append(event);
    gathered++;
    if (gathered >= MOST || !moreWait.getAsBoolean()) {
      flush();
    }
  }

  @Override
  public void stop() {
    flush();
    super.stop();
  }

  private void flush() {
    gathered = 0;
    try {
      if (getOutputStream() != null) {
        getOutputStream().flush();
      }
    } catch (IOException e) {
      addError("the console cannot be written", e);
    }
  }
}
