package systems.voltaic.magnetiq.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.redis.RedisServer;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.SmtpFault;
import systems.voltaic.magnetiq.testkit.SmtpSink;
import systems.voltaic.magnetiq.testkit.Sql;

/** An instance may stand still for longer than its leases and not notice. */
@Needs(Program.REDIS)
class PausedInstanceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MAILS = 40;
  private static final Executor OWN_THREAD = task -> new Thread(task).start();
  private static final String LEASED = "SELECT count(*) FROM job WHERE state = 'leased'";
  private static final String SENT = "SELECT count(*) FROM mail WHERE state = 'sent'";
  private static final String WHEN = "SELECT id || ' ' || sent_at FROM mail ORDER BY id";
  private static final Pattern REFUSED =
      Pattern.compile("jobs_late_writes_refused_total\\{.*kind=\"mail.send\".*} ([0-9.]+)");

  @TempDir Path folder;

  @Test
  void refusesWhatAnInstanceWritesAfterItsLeaseWentToAnother() throws IOException {
    var database = Databases.fresh();
    try (var redis = new RedisServer();
        var sink = SmtpSink.start()) {
      var environment = new HashMap<>(Platform.on(database, redis.config().url()));
      environment.putAll(Platform.mailTo(sink));
      sink.fail(SmtpFault.SLOW_ANSWERS);
      try (var paused = Platform.start(folder, environment)) {
        askForMails(paused);
        Eventually.that("leases", PATIENCE, () -> Sql.number(database, LEASED) == MAILS);
        paused.process().pause();
        sink.recover();
        var held = Sql.number(database, LEASED);
        Sql.run(database, "UPDATE job SET due_at = now() WHERE state = 'leased'");

        try (var other = Platform.start(folder, environment)) {
          Eventually.that("all sent", PATIENCE, () -> Sql.number(database, SENT) == MAILS);
          var sentAt = Sql.column(database, WHEN);
          paused.process().resume();
          Eventually.that("late writes", PATIENCE, () -> refused(paused) >= held);

          System.out.printf(
              "%d leases held through the pause: %d late writes refused, %d copies sent of %d%n",
              held, refused(paused), sink.count(), MAILS);
          assertThat(held).isPositive();
          assertThat(Sql.column(database, WHEN)).isEqualTo(sentAt);
          assertThat(refused(other)).isZero();
          sink.assertNothingLost(recipients(database), mail -> mail.recipients().get(0));
        }
      }
    }
  }

  /** All at once: the first must not be sent before the last is leased. */
  private static void askForMails(Platform instance) {
    IntStream.range(0, MAILS)
        .mapToObj(n -> CompletableFuture.runAsync(() -> askForMail(instance, n), OWN_THREAD))
        .toList()
        .forEach(CompletableFuture::join);
  }

  /** Again where so many are too many at a time. */
  private static void askForMail(Platform instance, int number) {
    var body = "{\"to\":\"reader%d@example.test\",\"language\":\"en\"}".formatted(number);
    Eventually.asserts(
        PATIENCE,
        () -> {
          var answer = instance.api().post("/api/v1/system/mail/test", "mail-" + number, body);
          assertThat(answer.status()).isEqualTo(202);
        });
  }

  private static List<String> recipients(URI database) {
    return Sql.column(database, "SELECT recipient FROM mail");
  }

  private static int refused(Platform instance) throws IOException {
    var metrics = REFUSED.matcher(instance.api().get("/metrics").body());
    return metrics.find() ? (int) Double.parseDouble(metrics.group(1)) : 0;
  }
}
