package systems.voltaic.magnetiq.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Order(1)
class SmtpSinkTest {
  private static final Duration PATIENCE = Duration.ofMillis(400);

  private final Vertx vertx = Vertx.vertx();
  private final SmtpSink sink = SmtpSink.start();

  @AfterEach
  void close() {
    sink.close();
    vertx.close().await();
  }

  @Test
  void keepsAMailAsItWasWritten() {
    var message = mail("ann").setSubject("Grüße, 1 €").setText("Hallo Ä\n.\nende");

    client(config()).sendMail(message).await();

    var kept = sink.awaitCount(1).get(0);
    assertThat(kept.sender()).isEqualTo("shop@example.com");
    assertThat(kept.recipients()).containsExactly("ann@example.com");
    assertThat(kept.subject()).isEqualTo("Grüße, 1 €");
    assertThat(kept.from()).isEqualTo("shop@example.com");
    assertThat(kept.messageId()).startsWith("<");
    assertThat(kept.body()).isEqualToNormalizingNewlines("Hallo Ä\n.\nende\n");
  }

  @Test
  void keepsUpWithThreeThousandMailsASecond() {
    var body = ("x".repeat(70) + "\r\n").repeat(10);
    var mail = "MAIL FROM:<a@x.test>\r\nRCPT TO:<b@x.test>\r\nDATA\r\n";
    try (var socket = RawSocket.to(sink.port())) {
      socket.send("EHLO x\r\n");
      IntStream.range(0, 500).forEach(i -> socket.send(mail + body + ".\r\n"));
      sink.awaitCount(500);
      var start = System.nanoTime();
      IntStream.range(0, 6000).forEach(i -> socket.send(mail + body + ".\r\n"));
      sink.awaitCount(6500);
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(2));
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "NONE",
        "SLOW_ANSWERS",
        "ANSWERS_BYTE_BY_BYTE",
        "STARTTLS_SELF_SIGNED",
        "EHLO_UNKNOWN",
        "KEEP_THEN_421"
      })
  void failsTheSenderAsToldAndThenIsWellAgain(SmtpFault fault) {
    sink.fail(fault);
    var client = client(config());

    assertThatThrownBy(() -> within(client.sendMail(mail("ann")))).isNotNull();
    sink.recover();
    client(config()).sendMail(mail("bob")).await();

    var received = sink.mails().stream().map(mail -> mail.recipients().get(0)).toList();
    var kept = fault.name().startsWith("KEEP");
    assertThat(received).endsWith("bob@example.com").hasSize(kept ? 2 : 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"SLOW_ANSWERS", "ANSWERS_BYTE_BY_BYTE", "EHLO_UNKNOWN", "KEEP_THEN_421"})
  void letsAPatientSenderThrough(SmtpFault fault) {
    sink.fail(fault);

    client(config()).sendMail(mail("ann")).await();

    assertThat(sink.awaitCount(1)).hasSize(1);
  }

  @Test
  void offersTlsThatOnlyTheTrustingTake() {
    sink.fail(SmtpFault.STARTTLS_SELF_SIGNED);
    var careful = config().setStarttls(StartTLSOptions.REQUIRED);
    var trusting = config().setStarttls(StartTLSOptions.REQUIRED).setTrustAll(true);

    assertThatThrownBy(() -> within(client(careful).sendMail(mail("ann")))).isNotNull();
    client(trusting.setHostnameVerificationAlgorithm("")).sendMail(mail("ann")).await();

    assertThat(sink.mails()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "AUTH_REQUIRED"})
  void takesTheRightLogin(SmtpFault fault) {
    sink.fail(fault);
    var config = config().setUsername(SmtpSink.USERNAME).setPassword(SmtpSink.PASSWORD);

    client(config).sendMail(mail("ann")).await();

    assertThat(sink.mails()).hasSize(1);
  }

  @Test
  void failsOnlyAsOftenAsTold() {
    sink.failNext(SmtpFault.RCPT_450, 1);
    var client = client(config());

    assertThatThrownBy(() -> client.sendMail(mail("ann")).await()).hasMessageContaining("450");
    client.sendMail(mail("ann")).await();

    assertThat(sink.mails()).hasSize(1);
  }

  @Test
  void tellsALostMailFromASecondCopy() {
    var client = client(config());
    client.sendMail(mail("ann").setSubject("one").addHeader("Message-ID", "<1@x.test>")).await();
    client.sendMail(mail("ann").setSubject("one").addHeader("Message-ID", "<1@x.test>")).await();
    sink.awaitCount(2);

    sink.assertNothingLost(List.of("one"), Mail::subject);
    assertThatThrownBy(() -> sink.assertNothingLost(List.of("one", "two"), Mail::subject))
        .hasMessageContaining("two");
    client.sendMail(mail("ann").setSubject("one")).await();
    sink.awaitCount(3);
    assertThatThrownBy(() -> sink.assertNothingLost(List.of("one"), Mail::subject))
        .hasMessageContaining("ids of one");
  }

  private MailClient client(MailConfig config) {
    return MailClient.create(vertx, config);
  }

  private MailConfig config() {
    return new MailConfig()
        .setHostname("127.0.0.1")
        .setPort(sink.port())
        .setStarttls(StartTLSOptions.OPTIONAL)
        .setKeepAlive(false);
  }

  private static MailMessage mail(String to) {
    return new MailMessage("shop@example.com", to + "@example.com", "Hello", "Hi");
  }

  private static void within(Future<?> sending) {
    sending.timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).await();
  }
}
