package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;

/** Sees to it that a call with an Idempotency-Key has one effect, however often it is sent. */
@FunctionalInterface
public interface Repeats {

  /**
   * What is to happen once.
   *
   * @param key as the client sent it
   * @param address path and query, which belong to what was asked as much as the body
   */
  record Once(Caller caller, String key, String address, Buffer body) {}

  Future<Answer> perform(Once once, Supplier<Future<Answer>> work);
}
