package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import systems.voltaic.magnetiq.access.Caller;

/** Finds out who asks. */
@FunctionalInterface
public interface Identities {

  String ANONYMOUS = "anonymous";

  Future<Caller> identify(Exchange exchange, String operationId);
}
