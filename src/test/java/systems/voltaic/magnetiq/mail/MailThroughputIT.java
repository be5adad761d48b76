package systems.voltaic.magnetiq.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Punctual;

@Punctual
@Isolated("it holds the platform to times")
class MailThroughputIT {

  private static final int MAILS = 5000;

  private final MailRoom room = new MailRoom();

  @AfterEach
  void close() {
    room.close();
  }

  /** Correct at speed; the figure is printed for whoever reads, since machines differ. */
  @Test
  void sendsEachOfManyExactlyOnce() {
    room.start(room.smtp(), Sending.standard());
    room.enqueue(500);
    room.sink.awaitCount(500);
    room.sink.clear();

    List<UUID> mails = room.enqueue(MAILS);
    long begun = System.nanoTime();
    Eventually.that("all arrive", Duration.ofSeconds(60), () -> room.sink.count() >= MAILS);
    double seconds = (System.nanoTime() - begun) / 1e9;

    Eventually.that("all are noted", () -> room.count(Mail.State.SENT) == MAILS + 500);
    assertThat(room.sink.mails()).hasSize(MAILS);
    room.sink.assertNothingLost(mails.stream().map(room::messageId).toList(), m -> m.messageId());
    System.out.printf(">>> %d mails in %.2f s: %.0f/s%n", MAILS, seconds, MAILS / seconds);
  }
}
