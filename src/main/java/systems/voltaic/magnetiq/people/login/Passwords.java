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
import java.util.random.RandomGenerator;
import systems.voltaic.magnetiq.fault.Fault;

/** Hashes and verifies passwords beside the event loops; who finds the queue full is refused. */
public final class Passwords {

  private static final int THREADS = 2;
  private static final int QUEUE = 32;
  private static final int SALT_BYTES = 16;
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final RandomGenerator random;
  private final Argon2 argon2;
  private final ThreadPoolExecutor pool;
  private final String nobodys;

  /** The generator must be a secure one. */
  public Passwords(Vertx vertx, RandomGenerator random) {
    this(vertx, random, Argon2.STANDARD, THREADS, QUEUE);
  }

  Passwords(Vertx vertx, RandomGenerator random, Argon2 argon2, int threads, int queue) {
    this.vertx = vertx;
    this.random = random;
    this.argon2 = argon2;
    this.pool = pool(threads, queue);
    this.nobodys = argon2.hash("nobody's", salt());
  }

  /** As it is kept: a PHC string. */
  public Future<String> hash(String password) {
    byte[] salt = salt();
    return beside(() -> argon2.hash(normal(password), salt));
  }

  /** Where there is no hash, as for who does not exist, it takes as long and is wrong. */
  public Future<Boolean> verify(String password, Optional<String> hash) {
    String against = hash.orElse(nobodys);
    return beside(() -> Argon2.verify(normal(password), against) && hash.isPresent());
  }

  /** Whether it should be hashed again, since we have become stricter. */
  public boolean isOutdated(String hash) {
    return argon2.outgrew(hash);
  }

  /** Fails at once when verifying would: before anything is asked of the database. */
  void requireRoom() {
    if (pool.getQueue().remainingCapacity() == 0) {
      throw full();
    }
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
