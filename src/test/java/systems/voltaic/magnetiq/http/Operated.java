package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import java.util.function.Function;

/** Calls what routes are bound to, without a server in between. */
public final class Operated {

  private final Api api = new Api();

  private Operated() {}

  public static Operated by(Routes routes) {
    var operated = new Operated();
    routes.mount(operated.api);
    return operated;
  }

  /** What is thrown becomes a failure, as the router makes it. */
  public Future<Answer> call(String operation, Call call) {
    Function<Call, Future<Answer>> bound = api.operations().get(operation);
    return Future.succeededFuture(call).compose(bound);
  }
}
