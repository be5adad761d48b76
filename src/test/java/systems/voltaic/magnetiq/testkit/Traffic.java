package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A steady stream of calls that remembers how each one went. */
public final class Traffic implements AutoCloseable {

  /** One call of the stream; its number tells the calls apart. */
  @FunctionalInterface
  public interface Calls {
    Visitor.Answer call(int number) throws IOException;
  }

  /**
   * How a call went.
   *
   * @param endedAt by {@link System#nanoTime}
   * @param status 0 when there was no answer
   */
  public record Outcome(long endedAt, int status, Duration took, String retryAfter, String error) {
    public boolean ok() {
      return status >= 200 && status < 300;
    }
  }

  private final Collection<Outcome> outcomes = new ConcurrentLinkedQueue<>();
  private final List<CompletableFuture<Void>> clients = new ArrayList<>();
  private final Calls calls;
  private volatile boolean stopped;

  private Traffic(Calls calls) {
    this.calls = calls;
  }

  /** So many calls a second, spread over so many clients that wait for their answers. */
  public static Traffic start(int perSecond, int clients, Calls calls) {
    var traffic = new Traffic(calls);
    var period = TimeUnit.SECONDS.toNanos(clients) / perSecond;
    for (var client = 0; client < clients; client++) {
      traffic.add(client, clients, period);
    }
    return traffic;
  }

  /** Those that ended since that moment. */
  public List<Outcome> since(long nanos) {
    return ended(outcome -> outcome.endedAt() - nanos >= 0);
  }

  public List<Outcome> all() {
    return ended(outcome -> true);
  }

  public static List<Outcome> failed(List<Outcome> outcomes) {
    return outcomes.stream().filter(outcome -> !outcome.ok()).toList();
  }

  public static Duration slowest(List<Outcome> outcomes) {
    return longest(outcomes.stream());
  }

  /** Returns when the last call ended. */
  public void stop() {
    stopped = true;
    clients.forEach(CompletableFuture::join);
  }

  @Override
  public void close() {
    stop();
  }

  private List<Outcome> ended(Predicate<Outcome> which) {
    return outcomes.stream().filter(which).toList();
  }

  private static Duration longest(Stream<Outcome> outcomes) {
    return outcomes.map(Outcome::took).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  private void add(int first, int step, long period) {
    var client = (Runnable) () -> run(first, step, period);
    clients.add(
        CompletableFuture.runAsync(client, task -> new Thread(task, "client" + first).start()));
  }

  /** A client that fell behind goes on at its pace and makes up for nothing. */
  private void run(int first, int step, long period) {
    var due = System.nanoTime();
    for (var number = first; !stopped; number += step) {
      outcomes.add(outcome(number));
      due = Math.max(due + period, System.nanoTime());
      while (due - System.nanoTime() > 0 && !stopped) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
    }
  }

  private Outcome outcome(int number) {
    var began = System.nanoTime();
    try {
      var answer = calls.call(number);
      var retry = answer.header("Retry-After");
      return new Outcome(System.nanoTime(), answer.status(), answer.took(), retry, "");
    } catch (IOException broken) {
      var now = System.nanoTime();
      return new Outcome(now, 0, Duration.ofNanos(now - began), "", broken.toString());
    }
  }
}
