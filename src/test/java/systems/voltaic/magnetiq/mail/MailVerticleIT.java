package systems.voltaic.magnetiq.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.SelfSigned;
import systems.voltaic.magnetiq.testkit.SmtpFault;
import systems.voltaic.magnetiq.testkit.SmtpSink;

@Punctual
@Order(Integer.MAX_VALUE)
class MailVerticleIT {

  private static final Set<SmtpFault> REFUSALS =
      EnumSet.of(SmtpFault.MAIL_550, SmtpFault.RCPT_550, SmtpFault.DATA_554, SmtpFault.DOT_554);

  private static final Set<SmtpFault> OF_TLS_AND_LOGIN =
      EnumSet.of(
          SmtpFault.STARTTLS_SELF_SIGNED,
          SmtpFault.STARTTLS_REFUSED,
          SmtpFault.STARTTLS_CUT,
          SmtpFault.AUTH_REQUIRED,
          SmtpFault.AUTH_REJECTED);

  private final MailRoom room = new MailRoom();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    room.close();
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void losesNothingToAServerThatRecovers(SmtpFault fault) {
    room.sink.failNext(fault, 2);
    room.start(room.smtp());

    List<UUID> mails = room.enqueue(8);
    if (fault == SmtpFault.REFUSE_CONNECTION) {
      Eventually.that("a mail waits for its next try", () -> tried(mails));
      room.sink.recover();
    }

    Eventually.that("all are sent", Duration.ofSeconds(20), () -> allSent(mails));
    room.sink.assertNothingLost(
        mails.stream().map(room::messageId).toList(), mail -> mail.messageId());
    assertThat(openJobs()).isZero();
  }

  static Stream<SmtpFault> passingFaults() {
    return Stream.of(SmtpFault.values())
        .filter(fault -> !REFUSALS.contains(fault) && !OF_TLS_AND_LOGIN.contains(fault));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void showsARefusedMailAtOnceAndSendsItWhenAskedAgain(SmtpFault fault) {
    room.sink.failNext(fault, 1);
    room.start(room.smtp());

    UUID mail = room.enqueue(1).get(0);

    Eventually.that("it failed", () -> room.mail(mail).state() == Mail.State.FAILED);
    assertThat(room.mail(mail).lastError()).startsWith("the mail server answered: 5");
    assertThat(room.mail(mail).attempts()).isEqualTo(1);
    assertThat(openJobs()).isZero();

    room.mails.retry(MailRoom.CALLER, mail).await();
    Eventually.that("it is sent", () -> room.mail(mail).state() == Mail.State.SENT);
    assertThat(room.sink.mails()).hasSize(1);
  }

  static Stream<SmtpFault> refusals() {
    return REFUSALS.stream();
  }

  @ParameterizedTest
  @MethodSource("tlsAndLoginFaults")
  void keepsTryingWhileTlsOrLoginAreWrong(SmtpFault fault) {
    boolean tls = fault.name().startsWith("STARTTLS");
    var mode = tls ? MailConfig.Tls.STARTTLS : MailConfig.Tls.NONE;
    room.sink.fail(fault);
    var rejected = fault == SmtpFault.AUTH_REJECTED;
    var deployed =
        room.start(room.smtp(mode, rejected ? Optional.of(SmtpSink.USERNAME) : Optional.empty()));

    List<UUID> mails = room.enqueue(3);
    Eventually.that("they wait for their next try", () -> tried(mails));
    assertThat(room.count(Mail.State.FAILED)).isZero();
    assertThat(room.sink.mails()).isEmpty();

    room.vertx.undeploy(deployed).await();
    room.sink.fail(tls ? SmtpFault.STARTTLS_SELF_SIGNED : SmtpFault.AUTH_REQUIRED);
    room.start(
        room.smtp(mode, tls ? Optional.empty() : Optional.of(SmtpSink.USERNAME)),
        MailRoom.impatient(Optional.of(trust())));
    Eventually.that("all are sent", Duration.ofSeconds(20), () -> allSent(mails));
  }

  static Stream<SmtpFault> tlsAndLoginFaults() {
    return OF_TLS_AND_LOGIN.stream();
  }

  @Test
  void sendsWhatTheRowSays() {
    room.start(room.smtp());
    UUID id = room.enqueue(1).get(0);

    var mail = room.sink.awaitCount(1).get(0);

    assertThat(mail.messageId()).isEqualTo(room.messageId(id));
    assertThat(mail.recipients()).hasToString("[ada0@example.com]");
    assertThat(mail.subject()).isEqualTo("Größe 0");
    assertThat(mail.headers("From")).hasSize(1);
    assertThat(mail.from()).startsWith("=?UTF-8?B?").endsWith("?= <office@example.com>");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.raw()).contains("multipart/alternative", "text/plain", "text/html");
  }

  @Test
  void keepsMailInTheDevMailboxWhenNoServerIsSet() {
    room.start(MailRoom.unset());
    List<UUID> mails = room.enqueue(5);

    Eventually.that("all are in the mailbox", () -> allSent(mails));

    assertThat(room.mail(mails.get(0)).html()).contains("Hello 0");
    assertThat(room.sink.connections()).isZero();
  }

  @Test
  void enqueuesNothingWhenTheTransactionFails() {
    room.start(room.smtp());
    var failed =
        room.db.transaction(
            MailRoom.CALLER,
            tx ->
                room.outbox
                    .enqueue(tx, MailRoom.draft(1))
                    .compose(id -> io.vertx.core.Future.failedFuture("on purpose")));

    Eventually.that("it is rolled back", failed::failed);
    room.enqueue(1);
    room.sink.awaitCount(1);
    assertThat(room.sink.mails()).hasSize(1);
  }

  /** Each answer comes before the line counts as idle; only the mail's own deadline is missed. */
  @Test
  void cutsALineThatIsSlowerThanTheDeadline() {
    room.sink.fail(SmtpFault.SLOW_ANSWERS);
    var sending = MailRoom.impatient(Optional.empty());
    room.start(
        room.smtp(), new Sending(1, 1, Duration.ofSeconds(1), sending.backoff(), sending.trust()));
    UUID mail = room.enqueue(1).get(0);

    Eventually.that("it was cut", () -> room.mail(mail).lastError().contains("was cut"));
    room.sink.recover();
    Eventually.that("it is sent", () -> room.mail(mail).state() == Mail.State.SENT);
  }

  /** More than can have their turn while they wait. */
  @Test
  void sendsEachOnceThroughASlowServer() {
    room.sink.fail(SmtpFault.SLOW_ANSWERS);
    var sending = MailRoom.impatient(Optional.empty());
    room.start(
        room.smtp(), new Sending(1, 32, Duration.ofSeconds(2), sending.backoff(), sending.trust()));
    List<UUID> mails = room.enqueue(9);

    Eventually.that("all are sent", Duration.ofSeconds(30), () -> allSent(mails));

    assertThat(room.sink.mails()).hasSize(9);
    assertThat(mails).allMatch(id -> room.mail(id).attempts() == 1);
    assertThat(openJobs()).isZero();
  }

  /** Longer than a lease: what waited for the dead line must not go out beside its next try. */
  @Test
  void sendsEachOnceAfterAServerThatSwallowedEverything() {
    room.sink.fail(SmtpFault.HANG_AT_GREETING);
    var sending = MailRoom.impatient(Optional.empty());
    room.start(
        room.smtp(),
        new Sending(1, 32, Duration.ofMillis(500), sending.backoff(), sending.trust()));
    List<UUID> mails = room.enqueue(12);
    Eventually.that("some were tried for long", Duration.ofSeconds(20), () -> retried() > 6);

    room.sink.recover();
    Eventually.that("all are sent", Duration.ofSeconds(20), () -> allSent(mails));

    assertThat(room.sink.mails()).hasSize(12);
    assertThat(openJobs()).isZero();
  }

  @Test
  void showsAMailAsFailedWhoseLastTryWasCutShort() {
    UUID mail = room.enqueue(1).get(0);
    room.run("UPDATE mail SET state = 'leased'");
    room.run("UPDATE job SET state = 'leased', token = 1, attempts = max_attempts");
    room.start(room.smtp());

    Eventually.that("it failed", () -> room.mail(mail).state() == Mail.State.FAILED);
    assertThat(room.mail(mail).lastError()).contains("ended without an answer");
    assertThat(openJobs()).isZero();

    room.mails.retry(MailRoom.CALLER, mail).await();
    Eventually.that("it is sent", () -> room.mail(mail).state() == Mail.State.SENT);
  }

  /** Somebody else has the job by the time this instance learns that the mail failed. */
  @Test
  void writesNothingForAMailThatSomebodyElseHas() {
    room.sink.fail(SmtpFault.SLOW_ANSWERS);
    var sending = MailRoom.impatient(Optional.empty());
    room.start(
        room.smtp(), new Sending(1, 1, Duration.ofSeconds(1), sending.backoff(), sending.trust()));
    UUID mail = room.enqueue(1).get(0);
    Eventually.that("it is on the line", () -> room.mail(mail).state() == Mail.State.LEASED);
    room.run("UPDATE job SET token = token + 1000, due_at = now() + interval '1 hour'");

    Eventually.that("it was cut", () -> retried() > 0);
    Eventually.that("the late write is refused", () -> refused() > 0);

    assertThat(room.mail(mail).state()).isEqualTo(Mail.State.LEASED);
    assertThat(room.mail(mail).lastError()).isNull();
  }

  /** It went out, whoever has the job by then: nobody sends it again. */
  @Test
  void notesWhatWasSentAlsoWhereTheJobWentToSomebodyElse() {
    room.sink.fail(SmtpFault.SLOW_ANSWERS);
    room.start(room.smtp());
    UUID mail = room.enqueue(1).get(0);
    Eventually.that("it is on the line", () -> room.mail(mail).state() == Mail.State.LEASED);
    room.run("UPDATE job SET token = token + 1000, due_at = now() + interval '4 seconds'");

    Eventually.that("it is sent", () -> room.mail(mail).state() == Mail.State.SENT);
    Eventually.that("its job is over", Duration.ofSeconds(20), () -> openJobs() == 0);
    assertThat(room.sink.mails()).hasSize(1);
  }

  private double retried() {
    return room.meters.counter("mails", "result", "retried").count();
  }

  private double refused() {
    return room.meters.counter("jobs_late_writes_refused_total", "kind", MailJobs.KIND).count();
  }

  @Test
  void finishesWhatIsOnTheLineWhenStopped() {
    room.sink.fail(SmtpFault.SLOW_ANSWERS);
    var deployed = room.start(room.smtp());
    List<UUID> mails = room.enqueue(4);
    Eventually.that("they are on the line", () -> room.sink.connections() > 0);

    room.vertx.undeploy(deployed).await();

    assertThat(room.count(Mail.State.LEASED)).isZero();
    assertThat(mails).hasSize(4);
  }

  private boolean allSent(List<UUID> mails) {
    return room.count(Mail.State.SENT) == mails.size();
  }

  private boolean tried(List<UUID> mails) {
    Mail mail = room.mail(mails.get(0));
    return mail.attempts() > 1 && mail.lastError() != null;
  }

  private long openJobs() {
    return room.db
        .primary(MailRoom.CALLER)
        .run("SELECT count(*) FROM job")
        .map(rows -> rows.iterator().next().getLong(0))
        .await();
  }

  private TrustOptions trust() {
    String pem = SelfSigned.certificate().certificatePem(folder).toString();
    return new PemTrustOptions().addCertPath(pem);
  }
}
