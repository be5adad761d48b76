package systems.voltaic.magnetiq.site.render;

import java.util.concurrent.atomic.AtomicLong;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/** The script in a context of its own, run by one thread and stopped by another. */
final class Program {

  private static final long IDLE = 0;
  private static final long STOPPED = -1;

  private final Context context;
  private final Value function;
  private final AtomicLong running = new AtomicLong();

  Program(Context context, Value function) {
    this.context = context;
    this.function = function;
  }

  /**
   * @param run its number, above zero, by which {@link #stop} knows that it is still the same one
   */
  String run(long run, String view) {
    running.set(run);
    try {
      return function.execute(view).asString();
    } finally {
      running.compareAndSet(run, IDLE);
    }
  }

  /** Ends a run that takes too long; the program cannot be used after that. */
  void stop(long run) {
    if (running.compareAndSet(run, STOPPED)) {
      context.close(true);
    }
  }

  boolean usable() {
    return running.get() != STOPPED;
  }
}
