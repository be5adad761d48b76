package systems.voltaic.magnetiq.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** A mail as the bytes that follow DATA, with the dot that ends them. */
final class SmtpMessage {

  private static final String END = "\r\n";
  private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, END.getBytes(UTF_8));

  private final StringBuilder bytes = new StringBuilder();

  private SmtpMessage() {}

  /** Base64 throughout: no line is too long, none starts with a dot, none depends on the way. */
  static Buffer of(Mail mail, MailConfig config) {
    var message = new SmtpMessage();
    message.headers(mail, config);
    String boundary = "part-" + mail.id();
    message.header(
        "Content-Type", "multipart/alternative;" + END + " boundary=\"" + boundary + '"');
    message.part(boundary, "plain", mail.text());
    message.part(boundary, "html", mail.html());
    message.bytes.append(END).append("--").append(boundary).append("--").append(END).append(".");
    return Buffer.buffer(message.bytes.append(END).toString());
  }

  /** Checked once more: a row may come from a restored or edited database. */
  private void headers(Mail mail, MailConfig config) {
    var written = mail.createdAt().atOffset(ZoneOffset.UTC);
    header("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(written));
    header("From", HeaderText.mailbox(config.fromName(), config.fromEmail()));
    header("To", MailAddress.of(mail.recipient()));
    header("Subject", HeaderText.words(HeaderText.subject(mail.subject())));
    header("Message-ID", "<" + mail.id() + "@" + config.domain() + ">");
    header("Auto-Submitted", "auto-generated");
    header("MIME-Version", "1.0");
    HeaderText.headers(mail.headers()).forEach(this::header);
  }

  private void header(String name, String value) {
    bytes.append(name).append(": ").append(value).append(END);
  }

  private void part(String boundary, String kind, String content) {
    bytes.append(END).append("--").append(boundary).append(END);
    header("Content-Type", "text/" + kind + "; charset=utf-8");
    header("Content-Transfer-Encoding", "base64");
    bytes.append(END).append(BASE64.encodeToString(content.getBytes(UTF_8))).append(END);
  }
}
