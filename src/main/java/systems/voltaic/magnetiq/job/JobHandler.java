package systems.voltaic.magnetiq.job;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Does the work of one kind. It may be given the same job again after a crash, so what it does must
 * bear repetition, or be committed together with {@link Lease#complete}.
 */
public interface JobHandler {

  String kind();

  default Limits limits() {
    return Limits.standard();
  }

  /** Who keeps a record beside each of these jobs, if anybody. */
  default Optional<Companion> companion() {
    return Optional.empty();
  }

  /**
   * Success finishes the job, {@link JobFailure#permanent} parks it, any other failure tries again
   * later.
   */
  Future<Void> handle(Lease lease);

  /** Jobs that were claimed together; one outcome for each, in their order. */
  default List<Future<Void>> handleAll(List<Lease> leases) {
    return leases.stream().map(this::handleSafely).toList();
  }

  private Future<Void> handleSafely(Lease lease) {
    try {
      return handle(lease);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }
}
