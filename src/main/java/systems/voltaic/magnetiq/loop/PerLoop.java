package systems.voltaic.magnetiq.loop;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** One of something for each event loop, so that a request never leaves its own for a client. */
public final class PerLoop<T> {

  private final List<T> all;
  private final Map<EventExecutor, T> mine = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  public PerLoop(int loops, IntFunction<T> make) {
    this.all = IntStream.range(0, loops).mapToObj(make).toList();
  }

  /** The same one for all, where sharing is wanted. */
  public static <T> PerLoop<T> same(T one) {
    return new PerLoop<>(1, i -> one);
  }

  public T get() {
    Context context = Vertx.currentContext();
    if (!(context instanceof ContextInternal internal)) {
      return all.get(0);
    }
    return mine.computeIfAbsent(internal.nettyEventLoop(), loop -> take());
  }

  public List<T> all() {
    return all;
  }

  private T take() {
    return all.get(next.getAndIncrement() % all.size());
  }
}
