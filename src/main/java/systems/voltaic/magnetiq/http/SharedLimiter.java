package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Counts here first, then with the other instances. Ordinary rules decide at once and tell the
 * others a moment later, many clients in one call; strict ones ask before they allow. While the
 * others cannot be asked each instance counts alone.
 */
public final class SharedLimiter implements RateLimiter {

  static final int MOST_KEYS = 100_000;
  private static final int TELL_AFTER_MILLIS = 20;
  private static final int MOST_AT_ONCE = 200;
  private static final long QUIET_MICROS = 1_000_000;

  private final Vertx vertx;
  private final Supplier<Limits> limits;
  private final Clock clock;
  private final SharedGcra shared;
  private final Buckets buckets = new Buckets(MOST_KEYS);
  private final Queue<Bucket> untold = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean telling = new AtomicBoolean();
  private volatile long quietUntil;

  public SharedLimiter(Vertx vertx, Supplier<Limits> limits, Clock clock, SharedCounter counter) {
    this.vertx = vertx;
    this.limits = limits;
    this.clock = clock;
    this.shared = new SharedGcra(counter);
  }

  @Override
  public Future<Verdict> take(String rule, String client) {
    long now = now();
    Bucket bucket = buckets.of(rule + " " + client, limits.get().rule(rule));
    Verdict here = bucket.take(now);
    if (!here.allowed() || now < quietUntil) {
      return Future.succeededFuture(here);
    }
    if (bucket.isStrict()) {
      return ask(bucket, here, now);
    }
    tellSoon(bucket);
    return Future.succeededFuture(here);
  }

  private Future<Verdict> ask(Bucket bucket, Verdict here, long now) {
    return shared
        .take(bucket, now)
        .onFailure(this::beQuiet)
        .map(left -> left ? here : bucket.refused(now))
        .otherwise(here);
  }

  private void tellSoon(Bucket bucket) {
    if (bucket.note()) {
      untold.add(bucket);
    }
    if (telling.compareAndSet(false, true)) {
      vertx.setTimer(TELL_AFTER_MILLIS, due -> tell());
    }
  }

  private void tell() {
    telling.set(false);
    List<SharedGcra.Taken> all = new ArrayList<>();
    for (Bucket next = untold.poll(); next != null; next = untold.poll()) {
      all.add(new SharedGcra.Taken(next, next.tell()));
      if (all.size() == MOST_AT_ONCE) {
        tell(all);
        all = new ArrayList<>();
      }
    }
    if (!all.isEmpty()) {
      tell(all);
    }
  }

  private void tell(List<SharedGcra.Taken> all) {
    if (now() >= quietUntil) {
      shared.tell(all, now()).onFailure(this::beQuiet);
    }
  }

  private void beQuiet(Throwable reason) {
    quietUntil = now() + QUIET_MICROS;
  }

  private long now() {
    return clock.millis() * 1000;
  }
}
