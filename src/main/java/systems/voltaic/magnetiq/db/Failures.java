package systems.voltaic.magnetiq.db;

import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.Set;
import systems.voltaic.magnetiq.fault.Fault;

/** What a failed statement means. */
public final class Failures {

  private static final Duration SOON = Duration.ofSeconds(2);

  /** Canceled by its time limit, or the server is full, starting, stopping or only reads. */
  private static final Set<String> AWAY =
      Set.of("57014", "53300", "57P01", "57P02", "57P03", "25006", "25P03", "55P03");

  private static final String DISK_FULL = "53100";

  /** What concerns the server becomes a fault here; what concerns the statement is passed on. */
  static <T> Future<T> infrastructure(Throwable failure) {
    if (failure instanceof PgException e) {
      return Future.failedFuture(ofServer(e));
    }
    if (failure instanceof ConnectionPoolTooBusyException) {
      return Future.failedFuture(full());
    }
    return Future.failedFuture(failure instanceof Fault ? failure : away(failure));
  }

  private static Throwable ofServer(PgException e) {
    String state = e.getSqlState();
    if (DISK_FULL.equals(state)) {
      return Fault.of(Fault.Kind.FULL, "disk-full", "the database has no space left");
    }
    return state != null && (AWAY.contains(state) || state.startsWith("08")) ? away(e) : e;
  }

  static Fault full() {
    return Fault.unavailable("database-busy", "the database has too much to do", SOON);
  }

  private static Fault away(Throwable cause) {
    var fault = Fault.unavailable("database-away", "the database does not answer", SOON);
    fault.addSuppressed(cause);
    return fault;
  }

  /** Whether a row broke the named constraint. */
  public static boolean breaks(String constraint, Throwable failure) {
    return failure instanceof PgException e && constraint.equals(e.getConstraint());
  }

  private Failures() {}
}
