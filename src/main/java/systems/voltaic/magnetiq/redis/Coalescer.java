package systems.voltaic.magnetiq.redis;

import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Lets the first words through at once and gathers those of the next 10 ms into one message. */
final class Coalescer {

  private static final long PAUSE = 10;
  private static final int MOST = 256;

  private final Vertx vertx;
  private final Consumer<Set<String>> speak;
  private Set<String> gathered = new HashSet<>();
  private boolean pausing;

  Coalescer(Vertx vertx, Consumer<Set<String>> speak) {
    this.vertx = vertx;
    this.speak = speak;
  }

  synchronized void add(Collection<String> words) {
    if (gathered.size() < MOST) {
      gathered.addAll(words);
    }
    if (!pausing) {
      pausing = true;
      flush();
    }
  }

  private synchronized void flush() {
    if (gathered.isEmpty()) {
      pausing = false;
      return;
    }
    Set<String> words = gathered;
    gathered = new HashSet<>();
    speak.accept(words);
    vertx.setTimer(PAUSE, over -> flush());
  }
}
