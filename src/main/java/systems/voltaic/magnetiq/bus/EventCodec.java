package systems.voltaic.magnetiq.bus;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;

/** Hands immutable events over by reference; local bus only. */
public final class EventCodec implements MessageCodec<Event, Event> {

  public static void register(Vertx vertx) {
    var codec = new EventCodec();
    vertx
        .eventBus()
        .registerCodec(codec)
        .codecSelector(body -> body instanceof Event ? codec.name() : null);
  }

  @Override
  public Event transform(Event event) {
    return event;
  }

  @Override
  public String name() {
    return "event";
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }

  @Override
  public void encodeToWire(Buffer buffer, Event event) {
    throw new UnsupportedOperationException("events do not leave this process");
  }

  @Override
  public Event decodeFromWire(int position, Buffer buffer) {
    throw new UnsupportedOperationException("events do not leave this process");
  }
}
