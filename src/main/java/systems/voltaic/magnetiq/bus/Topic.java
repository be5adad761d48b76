package systems.voltaic.magnetiq.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import java.util.function.Consumer;
import java.util.function.Function;

/** One bus address, with the type that travels on it. */
public record Topic<E extends Event>(String address, Class<E> type) {

  private static final DeliveryOptions DEADLINE = new DeliveryOptions().setSendTimeout(10_000);

  /** A fact, told to everyone in this process. */
  public void publish(Vertx vertx, E event) {
    vertx.eventBus().publish(address, event);
  }

  public Future<Void> subscribe(Vertx vertx, Consumer<E> listener) {
    return vertx.eventBus().<E>localConsumer(address, m -> listener.accept(m.body())).completion();
  }

  /** Work that another verticle owns; its fault comes back as it was thrown. */
  public <R extends Event> Future<R> ask(Vertx vertx, E question, Class<R> reply) {
    return vertx
        .eventBus()
        .<Event>request(address, question, DEADLINE)
        .compose(m -> outcome(m.body(), reply));
  }

  public <R extends Event> Future<Void> answer(Vertx vertx, Function<E, Future<R>> work) {
    return vertx
        .eventBus()
        .<E>localConsumer(
            address, m -> work.apply(m.body()).onComplete(m::reply, t -> m.reply(new Refused(t))))
        .completion();
  }

  private static <R extends Event> Future<R> outcome(Event body, Class<R> reply) {
    return body instanceof Refused refused
        ? Future.failedFuture(refused.cause())
        : Future.succeededFuture(reply.cast(body));
  }

  /** Carries a failure home whole; the bus's own failure would keep only a number and a text. */
  private record Refused(Throwable cause) implements Event {}
}
