package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Binds operations of the contract to functions of the program. */
public final class Api {

  private final Map<String, Function<Call, Future<Answer>>> operations = new LinkedHashMap<>();

  public Api on(String operationId, Function<Call, Future<Answer>> operation) {
    if (operations.put(operationId, operation) != null) {
      throw new IllegalStateException(operationId + " is bound twice");
    }
    return this;
  }

  Map<String, Function<Call, Future<Answer>>> operations() {
    return operations;
  }
}
