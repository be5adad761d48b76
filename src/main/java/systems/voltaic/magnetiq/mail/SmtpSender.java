package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends through a mail server, over a few connections that stay open. */
final class SmtpSender implements Sender {

  /** What the client says when the server refused this mail, not the connection or the login. */
  private static final List<String> ABOUT_THE_MAIL =
      List.of(
          "sender address not accepted",
          "recipient address not accepted",
          "DATA command not accepted",
          "sending data failed");

  private static final String TOO_LARGE = "message exceeds allowed size limit";
  private static final int LOGIN_WANTED = 530;
  private static final int KEEP_ALIVE_SECONDS = 20;

  private final MailConfig config;
  private final Duration deadline;
  private final MailClient client;

  SmtpSender(Vertx vertx, MailConfig config, Sending sending) {
    this.config = config;
    this.deadline = sending.deadline();
    var options = options(config, sending);
    sending.trust().ifPresent(options::setTrustOptions);
    this.client = MailClient.create(vertx, options);
  }

  private static io.vertx.ext.mail.MailConfig options(MailConfig config, Sending sending) {
    int deadline = (int) sending.deadline().toMillis();
    boolean starttls = config.tls() == MailConfig.Tls.STARTTLS;
    boolean login = config.username().isPresent();
    var options =
        new io.vertx.ext.mail.MailConfig()
            .setHostname(config.host().orElseThrow())
            .setPort(config.port())
            .setSsl(config.tls() == MailConfig.Tls.TLS)
            .setStarttls(starttls ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
            .setLogin(login ? LoginOption.REQUIRED : LoginOption.DISABLED)
            .setOwnHostname(config.domain())
            .setMaxPoolSize(sending.connections())
            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
            .setPoolCleanerPeriod(KEEP_ALIVE_SECONDS * 1000)
            .setPipelining(true)
            .setConnectTimeout(deadline)
            .setIdleTimeout(deadline)
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    config.username().ifPresent(options::setUsername);
    config.password().ifPresent(options::setPassword);
    return options;
  }

  @Override
  public Future<Void> send(Mail mail) {
    MailMessage message;
    try {
      message = message(mail);
    } catch (RuntimeException e) {
      return Future.failedFuture(new Refused(e.getMessage()));
    }
    return client
        .sendMail(message)
        .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
        .recover(t -> Future.failedFuture(judged(t)))
        .mapEmpty();
  }

  /** Checked once more: a row may come from a restored or edited database. */
  private MailMessage message(Mail mail) {
    var message =
        new MailMessage()
            .setFrom(config.fromEmail())
            .setTo(MailAddress.of(mail.recipient()))
            .setSubject(HeaderText.subject(mail.subject()))
            .setText(mail.text())
            .setHtml(mail.html())
            .addHeader("From", HeaderText.mailbox(config.fromName(), config.fromEmail()))
            .addHeader("Message-ID", "<" + mail.id() + "@" + config.domain() + ">")
            .addHeader("Auto-Submitted", "auto-generated");
    HeaderText.headers(mail.headers()).forEach(message::addHeader);
    return message;
  }

  private static Throwable judged(Throwable t) {
    if (t instanceof SMTPException e) {
      boolean refused = e.isPermanent() && e.getReplyCode() != LOGIN_WANTED && isAboutTheMail(e);
      String words = "the mail server answered: " + String.join(" ", e.getReplyMessages());
      return refused ? new Refused(words) : new IllegalStateException(words, e);
    }
    if (TOO_LARGE.equals(t.getMessage())) {
      return new Refused("the mail is larger than the mail server takes");
    }
    return new IllegalStateException("the mail server did not finish: " + t.getMessage(), t);
  }

  private static boolean isAboutTheMail(SMTPException e) {
    return ABOUT_THE_MAIL.stream().anyMatch(e.getMessage()::startsWith);
  }

  @Override
  public Future<Void> close() {
    return client.close();
  }
}
