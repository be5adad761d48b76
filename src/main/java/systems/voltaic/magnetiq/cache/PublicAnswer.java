package systems.voltaic.magnetiq.cache;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/**
 * A public path whose answers are finished once for everybody.
 *
 * @param route such as {@code /api/v1/webinars/{slug}}; its parameters reach the functions in order
 * @param tags what the answer is made from
 */
public record PublicAnswer(
    String route,
    Policy policy,
    Function<List<String>, List<String>> tags,
    Function<List<String>, Future<Original>> origin) {}
