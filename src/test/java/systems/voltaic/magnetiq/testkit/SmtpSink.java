package systems.voltaic.magnetiq.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A real mail server on a free loopback port that keeps what it gets and fails as it is told. */
public final class SmtpSink implements AutoCloseable {
  public static final String USERNAME = "sink";
  public static final String PASSWORD = "made-up-for-tests";

  private final Acceptor acceptor = new Acceptor("smtp-sink", this::connected);
  private final Queue<Mail> mails = new ConcurrentLinkedQueue<>();
  private final AtomicInteger kept = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private SmtpFault fault = SmtpFault.NONE;
  private int timesLeft;

  private SmtpSink() {}

  public static SmtpSink start() {
    return new SmtpSink();
  }

  public int port() {
    return acceptor.port();
  }

  /** From now on, until told otherwise. */
  public void fail(SmtpFault with) {
    failNext(with, Integer.MAX_VALUE);
  }

  /** The next times the fault would show; the sink is well again after them. */
  public synchronized void failNext(SmtpFault with, int times) {
    fault = with;
    timesLeft = times;
    if (with == SmtpFault.REFUSE_CONNECTION) {
      acceptor.refuse();
    } else {
      acceptor.listen();
    }
  }

  public void recover() {
    fail(SmtpFault.NONE);
  }

  public List<Mail> mails() {
    return List.copyOf(mails);
  }

  public int count() {
    return kept.get();
  }

  public int connections() {
    return acceptor.accepted();
  }

  public List<Mail> awaitCount(int wanted) {
    Eventually.that(wanted + " mails", Duration.ofSeconds(20), () -> count() >= wanted);
    return mails();
  }

  public void clear() {
    mails.clear();
    kept.set(0);
  }

  /** Every expected mail is here; copies of one are the same mail by their Message-ID. */
  public void assertNothingLost(Collection<String> expected, Function<Mail, String> key) {
    var copies = mails().stream().collect(Collectors.groupingBy(key));
    assertThat(copies.keySet()).as("mails that arrived").containsAll(expected);
    copies.forEach((which, same) -> assertThat(idsOf(same)).as("ids of " + which).hasSize(1));
  }

  @Override
  public void close() {
    acceptor.close();
    open.forEach(Acceptor::closeQuietly);
  }

  /** Whether the fault shows here and now; counts down {@link #failNext}. */
  synchronized boolean shows(SmtpFault asked) {
    if (fault != asked) {
      return false;
    }
    if (--timesLeft <= 0) {
      fault = SmtpFault.NONE;
    }
    return true;
  }

  synchronized boolean has(SmtpFault asked) {
    return fault == asked;
  }

  synchronized boolean offersTls() {
    return fault.name().startsWith("STARTTLS");
  }

  synchronized boolean asksForLogin() {
    return fault.name().startsWith("AUTH");
  }

  void keep(Mail mail) {
    mails.add(mail);
    kept.incrementAndGet();
  }

  private void connected(Socket socket) {
    open.add(socket);
    acceptor.execute(() -> serve(socket));
  }

  private void serve(Socket socket) {
    try (socket) {
      new SmtpSession(this, socket).run();
    } catch (IOException gone) {
      assert gone != null : "the sender hung up, or the fault closed the line";
    } finally {
      open.remove(socket);
    }
  }

  private static Set<String> idsOf(List<Mail> copies) {
    return copies.stream().map(Mail::messageId).collect(Collectors.toSet());
  }
}
