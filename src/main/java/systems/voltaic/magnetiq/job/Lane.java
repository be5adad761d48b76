package systems.voltaic.magnetiq.job;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The jobs of one kind that one worker has in hand. */
final class Lane {

  private final JobHandler handler;
  private final Limits limits;
  private int held;
  private boolean more;

  Lane(JobHandler handler) {
    this.handler = handler;
    this.limits = handler.limits();
  }

  String kind() {
    return handler.kind();
  }

  Limits limits() {
    return limits;
  }

  Optional<Companion> companion() {
    return handler.companion();
  }

  int held() {
    return held;
  }

  boolean hasRoom() {
    return held < limits.concurrency();
  }

  /** There was more than we could take, and half of the places are free again. */
  boolean isHungry() {
    return more && held * 2 <= limits.concurrency();
  }

  /** How many to ask for: their places are taken from now on, so that claims may overlap. */
  int reserve(int batch) {
    int jobs = Math.min(batch, limits.concurrency() - held);
    held += jobs;
    return jobs;
  }

  /** How many came of those that were asked for. */
  void took(int jobs, int asked) {
    held -= asked - jobs;
    more = jobs == asked;
  }

  /** Nobody could be asked. */
  void tookNone(int asked) {
    held -= asked;
  }

  void let(int jobs) {
    held -= jobs;
  }

  /** One outcome for each lease, also when the handler throws or forgets some. */
  List<Future<Void>> handle(List<Lease> leases) {
    List<Future<Void>> outcomes;
    try {
      outcomes = new ArrayList<>(handler.handleAll(leases));
    } catch (RuntimeException e) {
      outcomes = new ArrayList<>();
      fill(outcomes, leases.size(), e);
    }
    fill(outcomes, leases.size(), new IllegalStateException("the handler gave no outcome"));
    return outcomes;
  }

  private static void fill(List<Future<Void>> outcomes, int size, RuntimeException failure) {
    while (outcomes.size() < size) {
      outcomes.add(Future.failedFuture(failure));
    }
  }
}
