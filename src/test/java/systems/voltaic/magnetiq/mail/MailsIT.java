package systems.voltaic.magnetiq.mail;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.SmtpFault;

@Punctual
class MailsIT {

  private static final Duration AS_IN_OPERATION = Duration.ofSeconds(2);
  private static final Duration SHORT = Duration.ofMillis(500);

  private final MailRoom room = new MailRoom();

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void queuesATestMailInTheLanguageAskedFor() {
    var wanted = new Mails.TestMail("ada@example.com", Language.DE);

    Mail mail = room.mails.sendTest(MailRoom.CALLER, wanted).await();

    assertThat(mail.state()).isEqualTo(Mail.State.QUEUED);
    assertThat(mail.subject()).isEqualTo("Testmail von Example & Sons");
    assertThat(mail.html()).contains("Example &amp; Sons", "system:test");
    assertThat(mail.text()).contains("Angefordert von: system:test");
  }

  @Test
  void namesWhoAskedForATestMail() {
    var ada =
        new Caller("person:1", "person:1", "r", "sendTestMail", Language.EN, Set.of("mail:manage"));
    var wanted = new Mails.TestMail("ada@example.com", Language.EN);

    Mail mail = room.mails.sendTest(ada, wanted).await();

    assertThat(mail.text()).contains("Requested by: Ada Example").doesNotContain("person:1");
  }

  @Test
  void refusesATestMailToWhatIsNoAddress() {
    var wanted = new Mails.TestMail("ada@example.com\r\nBcc: eve@example.test", Language.EN);

    assertThatThrownBy(() -> room.mails.sendTest(MailRoom.CALLER, wanted).await())
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.kind()).isEqualTo(Fault.Kind.RULE));
    assertThat(room.count(Mail.State.QUEUED)).isZero();
  }

  @Test
  void masksRecipientsForWhoMayOnlyRead() {
    room.enqueue(1);
    var reader = new Caller("clerk", "test", "r", "listMails", Language.EN, Set.of("mail:read"));
    var paging = Paging.of(20, Optional.empty());

    var masked = room.mails.list(reader, Optional.empty(), paging).await().items().get(0);
    var inFull = room.mails.list(MailRoom.CALLER, Optional.empty(), paging).await().items().get(0);

    assertThat(masked.recipient()).isEqualTo("a***@example.com");
    assertThat(inFull.recipient()).isEqualTo("ada0@example.com");
    assertThat(masked.html()).isNull();
  }

  @Test
  void masksAddressesInWhatTheServerSaid() {
    room.enqueue(1);
    room.run(
        "UPDATE mail SET state = 'failed',"
            + " last_error = '550 5.1.1 <ada0@example.com>: unknown, see bob@example.com'");
    var reader = new Caller("clerk", "test", "r", "listMails", Language.EN, Set.of("mail:read"));
    var paging = Paging.of(20, Optional.empty());

    var masked = room.mails.list(reader, Optional.empty(), paging).await().items().get(0);
    var inFull = room.mails.list(MailRoom.CALLER, Optional.empty(), paging).await().items().get(0);

    assertThat(masked.lastError())
        .isEqualTo("550 5.1.1 <a***@example.com>: unknown, see b***@example.com");
    assertThat(inFull.lastError()).contains("ada0@example.com", "bob@example.com");
  }

  @Test
  void showsNoWordsToWhoOnlySendsAgain() {
    UUID id = room.enqueue(1).get(0);
    room.run("UPDATE mail SET state = 'failed'");
    room.run("DELETE FROM job");

    Mail queued = room.mails.retry(MailRoom.CALLER, id).await();

    assertThat(queued.state()).isEqualTo(Mail.State.QUEUED);
    assertThat(queued.html()).isNull();
    assertThat(queued.text()).isNull();
  }

  @Test
  void forgetsWhatWasDoneWithLongAgo() {
    var mails = room.enqueue(4);
    age(mails.get(0), "sent", 91);
    age(mails.get(1), "failed", 91);
    age(mails.get(2), "sent", 89);
    age(mails.get(3), "queued", 91);

    int gone = room.mails.purge(MailRoom.CALLER, Duration.ofDays(90)).await();

    assertThat(gone).isEqualTo(2);
    assertThat(room.mail(mails.get(2)).state()).isEqualTo(Mail.State.SENT);
    assertThat(room.mail(mails.get(3)).state()).isEqualTo(Mail.State.QUEUED);
  }

  private void age(UUID mail, String state, int days) {
    String change = "UPDATE mail SET state = '%s', created_at = now() - interval '%d days'";
    room.run((change + " WHERE id = '%s'").formatted(state, days, mail));
  }

  @Test
  void pagesFromTheNewestToTheOldest() {
    var newest = room.enqueue(5).stream().sorted(comparing(UUID::toString).reversed()).toList();

    var first = room.mails.list(MailRoom.CALLER, Optional.empty(), page(null)).await();
    var second =
        room.mails.list(MailRoom.CALLER, Optional.empty(), page(first.nextCursor())).await();

    assertThat(first.items()).extracting(Mail::id).isEqualTo(newest.subList(0, 3));
    assertThat(second.items()).extracting(Mail::id).isEqualTo(newest.subList(3, 5));
    assertThat(second.nextCursor()).isNull();
    assertThat(first.total()).isEqualTo(5);
  }

  @Test
  void sendsAgainOnlyWhatFailed() {
    UUID waiting = room.enqueue(1).get(0);

    assertThatThrownBy(() -> room.mails.retry(MailRoom.CALLER, waiting).await())
        .hasMessageContaining("only a mail that failed");
    assertThatThrownBy(() -> room.mails.retry(MailRoom.CALLER, new UUID(1, 2)).await())
        .hasMessageContaining("does not exist");
  }

  @Test
  void tellsWhetherTheServerIsThere() {
    probe(room.smtp(), AS_IN_OPERATION).probe().await();
    probe(MailRoom.unset(), AS_IN_OPERATION).probe().await();

    for (SmtpFault fault :
        new SmtpFault[] {
          SmtpFault.HANG_AT_GREETING,
          SmtpFault.GREETING_554,
          SmtpFault.GARBAGE_GREETING,
          SmtpFault.CLOSE_AT_CONNECT,
          SmtpFault.ENDLESS_ANSWER
        }) {
      room.sink.fail(fault);
      assertThatThrownBy(() -> probe(room.smtp(), SHORT).probe().await())
          .as(fault.name())
          .isNotNull();
    }
  }

  private SmtpProbe probe(MailConfig config, Duration deadline) {
    return new SmtpProbe(room.vertx, config, deadline);
  }

  private static Paging page(String cursor) {
    return Paging.of(3, Optional.ofNullable(cursor));
  }
}
