package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.List;
import systems.voltaic.magnetiq.redis.Script;

/** Where instances count together; it fails at once while it is away. */
@FunctionalInterface
public interface SharedCounter {

  Future<Response> eval(Script script, List<String> keys, Object... arguments);
}
