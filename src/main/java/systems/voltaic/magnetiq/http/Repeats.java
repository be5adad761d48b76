package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;

/** Sees to it that a call with an Idempotency-Key has one effect, however often it is sent. */
@FunctionalInterface
public interface Repeats {

  Future<Answer> once(Caller caller, String key, Buffer body, Supplier<Future<Answer>> work);
}
