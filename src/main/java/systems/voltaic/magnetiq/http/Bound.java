package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import java.util.function.Function;

/** An operation of the contract with the function that serves it and the rules it falls under. */
record Bound(
    Operation operation,
    Function<Call, Future<Answer>> function,
    Permissions.Line line,
    HttpMetrics.Route route) {

  static final String UNLIMITED = "none";

  boolean isLimited() {
    return !line.limit().equals(UNLIMITED);
  }
}
