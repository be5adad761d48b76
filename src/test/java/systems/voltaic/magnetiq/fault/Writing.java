package systems.voltaic.magnetiq.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.SmtpSink;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Visitor;
import systems.voltaic.magnetiq.testkit.Visitor.Answer;

/**
 * Clients that write without end, repeat what was not acknowledged under the same key, and remember
 * what was.
 */
final class Writing {
  /** What the living have in hand is theirs to end; waiting for it here could be for each other. */
  private static final String BRING_FORWARD =
      """
      UPDATE job SET due_at = now()
       WHERE id IN (SELECT id FROM job WHERE kind = 'mail.send' FOR UPDATE SKIP LOCKED)
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long REST = TimeUnit.MILLISECONDS.toNanos(250);
  private static final String NAME = "/api/v1/settings/company.name";

  private static final String OPEN = "SELECT count(*) FROM job WHERE kind = 'mail.send'";

  private final Supplier<Visitor> anybody;
  private final Set<String> recipients = ConcurrentHashMap.newKeySet();
  private final Set<String> mails = ConcurrentHashMap.newKeySet();
  private final Collection<String> names = new ConcurrentLinkedQueue<>();
  private final AtomicInteger repeats = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final List<CompletableFuture<Void>> clients = new ArrayList<>();
  private volatile long pause = BREATH;
  private volatile boolean stopped;

  private Writing(Supplier<Visitor> anybody) {
    this.anybody = anybody;
  }

  /** So many clients that have mails sent, and one that changes a setting. */
  static Writing start(int mailers, Supplier<Visitor> anybody) {
    var writing = new Writing(anybody);
    for (var client = 0; client < mailers; client++) {
      var name = "client" + client;
      writing.run(name, () -> writing.sendMails(name));
    }
    writing.run("owner", writing::changeNames);
    return writing;
  }

  /** As fast as it goes, until so many more writes are acknowledged. */
  void hurry(int more) {
    pause = BREATH;
    var before = acknowledged();
    Eventually.that("writes", PATIENCE, () -> acknowledged() >= before + more);
  }

  /** Go on at leisure: what comes up meanwhile is not kept from it. */
  void calmDown() {
    pause = REST;
  }

  private int acknowledged() {
    return recipients.size() + names.size();
  }

  /** Every client gets an answer to what it began. */
  void stop() {
    stopped = true;
    clients.forEach(CompletableFuture::join);
  }

  /**
   * What nobody alive holds is due when its lease ends: that moment is brought forward. Answers how
   * many mails were open when the clients had ended, and returns when none is.
   */
  int outliveTheLeases(URI database) {
    Eventually.that(
        "the living to finish",
        PATIENCE,
        () -> Sql.number(database, OPEN + " AND due_at <= now()") == 0);
    var open = Sql.run(database, BRING_FORWARD);
    Eventually.that("the last mail", PATIENCE, () -> Sql.number(database, OPEN) == 0);
    return open;
  }

  /** Each mail is there once and was sent; each change was noted once, and the last one holds. */
  void assertKeptOnce(URI database, SmtpSink sink) {
    assertThat(Sql.column(database, "SELECT id FROM mail")).containsAll(mails);
    var rows = Sql.column(database, "SELECT recipient FROM mail WHERE state = 'sent'");
    assertThat(rows).containsExactlyInAnyOrderElementsOf(recipients);
    sink.assertNothingLost(recipients, mail -> mail.recipients().get(0));
    var noted = "SELECT after #>> '{}' FROM audit WHERE action = 'settings.changed'";
    assertThat(Sql.column(database, noted)).containsAll(names).doesNotHaveDuplicates();
    var tests = "SELECT count(*) FROM audit WHERE action = 'mail.test'";
    assertThat(Sql.number(database, tests)).isEqualTo(recipients.size());
  }

  @Override
  public String toString() {
    return "%d mails and %d changes acknowledged, %d repeated on purpose, %d calls without success"
        .formatted(recipients.size(), names.size(), repeats.get(), failures.get());
  }

  private void run(String name, Runnable work) {
    clients.add(CompletableFuture.runAsync(work, task -> new Thread(task, name).start()));
  }

  private void sendMails(String client) {
    for (var number = 0; !stopped; number++) {
      var recipient = client + "." + number + "@example.test";
      var first = untilAcknowledged(recipient);
      recipients.add(recipient);
      if (number % 5 == 0) {
        assertThat(idOf(untilAcknowledged(recipient))).isIn("", idOf(first));
        repeats.incrementAndGet();
      }
      mails.add(idOf(first));
      mails.remove("");
      LockSupport.parkNanos(pause);
    }
  }

  /** The same key until somebody says that it is done. */
  private Answer untilAcknowledged(String recipient) {
    var body = "{\"to\":\"%s\",\"language\":\"en\"}".formatted(recipient);
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try {
        var answer = anybody.get().post("/api/v1/system/mail/test", recipient, body);
        if (answer.status() == 202 || answer.body().contains("already-done")) {
          return answer;
        }
      } catch (IOException cut) {
        assertThat(cut).isNotNull();
      }
      failures.incrementAndGet();
      LockSupport.parkNanos(pause);
    }
    throw new AssertionError("nobody acknowledged " + recipient);
  }

  /** Empty when only the effect was confirmed. */
  private static String idOf(Answer answer) {
    return answer.status() == 202 ? answer.json().path("id").asText() : "";
  }

  private void changeNames() {
    for (var number = 0; !stopped; number++) {
      var name = "Example " + number;
      try {
        var visitor = anybody.get();
        var etag = visitor.get(NAME).header("ETag");
        var answer = visitor.put(NAME, etag, "{\"value\":\"%s\"}".formatted(name));
        if (answer.status() == 200) {
          names.add(name);
          failures.decrementAndGet();
        }
      } catch (IOException | IllegalArgumentException cut) {
        assertThat(cut).isNotNull();
      }
      failures.incrementAndGet();
      LockSupport.parkNanos(pause);
    }
  }
}
