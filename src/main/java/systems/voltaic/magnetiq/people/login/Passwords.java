package systems.voltaic.magnetiq.people.login;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import systems.voltaic.magnetiq.fault.Fault;

/** Hashes and verifies passwords beside the event loops; who finds the queue full is refused. */
public final class Passwords {

  // The event loops keep half of the machine while everybody signs in.
  private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private static final int QUEUE = 32;
  private static final int SALT_BYTES = 16;
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final RandomGenerator random;
  private final Argon2 argon2;
  private final int places;
  private final AtomicInteger admitted = new AtomicInteger();
  private final ThreadPoolExecutor pool;
  private final ThreadLocal<Argon2Memory> space;
  private final String nobodys;

  /** The generator must be a secure one. */
  public Passwords(Vertx vertx, RandomGenerator random) {
    this(vertx, random, Argon2.STANDARD, THREADS, QUEUE);
  }

  Passwords(Vertx vertx, RandomGenerator random, Argon2 argon2, int threads, int queue) {
    this.vertx = vertx;
    this.random = random;
    this.argon2 = argon2;
    this.places = threads + queue;
    this.pool = pool(threads, queue);
    this.space = ThreadLocal.withInitial(() -> new Argon2Memory(this::breathe));
    this.nobodys = argon2.nobodys(salt());
  }

  /** As it is kept: a PHC string. */
  public Future<String> hash(String password) {
    byte[] salt = salt();
    return beside(() -> argon2.hash(normal(password), salt, space.get()));
  }

  /** Where there is no hash, as for who does not exist, it takes as long and is wrong. */
  public Future<Boolean> verify(String password, Optional<String> hash) {
    String against = hash.orElse(nobodys);
    return beside(() -> Argon2.verify(normal(password), against, space.get()) && hash.isPresent());
  }

  /** Whether it should be hashed again, since we have become stricter. */
  public boolean isOutdated(String hash) {
    return argon2.outgrew(hash);
  }

  /** For what ends in a hash: who is one too many is told so before the database is asked. */
  <T> Future<T> admit(Supplier<Future<T>> work) {
    if (admitted.incrementAndGet() > places) {
      admitted.decrementAndGet();
      return Future.failedFuture(full());
    }
    return Future.succeededFuture()
        .compose(in -> work.get())
        .onComplete(end -> admitted.decrementAndGet());
  }

  /** What is typed on one keyboard is the same as on any other. */
  static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> Future<T> beside(Callable<T> work) {
    Promise<T> promise = Promise.promise();
    Context context = vertx.getOrCreateContext();
    try {
      pool.execute(() -> settle(context, promise, work));
    } catch (RejectedExecutionException e) {
      return Future.failedFuture(full());
    }
    return promise.future();
  }

  /** While people queue, what else the machine does gets as much time as they do. */
  private void breathe(long worked) {
    if (!pool.getQueue().isEmpty()) {
      LockSupport.parkNanos(worked);
    }
  }

  private static <T> void settle(Context context, Promise<T> promise, Callable<T> work) {
    Future<T> done = attempt(work);
    context.runOnContext(there -> promise.handle(done));
  }

  private static <T> Future<T> attempt(Callable<T> work) {
    try {
      return Future.succeededFuture(work.call());
    } catch (Exception e) {
      return Future.failedFuture(e);
    }
  }

  private byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  private static ThreadPoolExecutor pool(int threads, int queue) {
    var number = new AtomicInteger();
    var pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queue),
            work -> daemon(work, number.incrementAndGet()));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static Thread daemon(Runnable work, int number) {
    var thread = new Thread(work, "passwords-" + number);
    thread.setDaemon(true);
    return thread;
  }

  private static Fault full() {
    return Fault.unavailable("login-busy", "too many people sign in just now", SOON);
  }
}
