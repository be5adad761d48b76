package systems.voltaic.magnetiq.job;

import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import systems.voltaic.magnetiq.bus.Topics;

/** Tells workers here and on other instances that work was committed, many commits at a time. */
final class WakeUps {

  private static final long WINDOW_MILLIS = 5;

  private final Vertx vertx;
  private final Consumer<Set<String>> elsewhere;
  private Set<String> kinds = new HashSet<>();

  WakeUps(Vertx vertx, Consumer<Set<String>> elsewhere) {
    this.vertx = vertx;
    this.elsewhere = elsewhere;
  }

  void committed(Set<String> more) {
    if (isFirst(more)) {
      vertx.setTimer(WINDOW_MILLIS, timer -> announce());
    }
  }

  private synchronized boolean isFirst(Set<String> more) {
    boolean first = kinds.isEmpty();
    kinds.addAll(more);
    return first;
  }

  private void announce() {
    Set<String> waiting = taken();
    Topics.JOBS_WAITING.publish(vertx, new Topics.JobsWaiting(waiting));
    elsewhere.accept(waiting);
  }

  private synchronized Set<String> taken() {
    Set<String> waiting = Set.copyOf(kinds);
    kinds = new HashSet<>();
    return waiting;
  }
}
