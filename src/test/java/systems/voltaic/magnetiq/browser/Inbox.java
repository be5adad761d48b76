package systems.voltaic.magnetiq.browser;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Mail;
import systems.voltaic.magnetiq.testkit.SmtpSink;

/** The mailboxes of everybody, read as people read them. */
final class Inbox {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern PLAIN =
      Pattern.compile("(?s)text/plain.*?base64\\s+([A-Za-z0-9+/=\\s]+)--");

  private final SmtpSink sink;

  Inbox(SmtpSink sink) {
    this.sink = sink;
  }

  /** The plain words of the mail with this in its subject, once it has come. */
  String letter(String to, String subject) {
    return Eventually.get(
        "a mail to " + to + " about " + subject,
        PATIENCE,
        () ->
            sink.mails().stream()
                .filter(mail -> mail.recipients().contains(to))
                .filter(mail -> mail.subject().contains(subject))
                .map(Inbox::readable)
                .findFirst());
  }

  /** The link in that mail, without the host. */
  String link(String to, String subject) {
    String text = letter(to, subject);
    var found = Pattern.compile("/admin/\\w+#token=[\\w-]+").matcher(text);
    if (!found.find()) {
      throw new AssertionError("no link in " + text);
    }
    return found.group();
  }

  private static String readable(Mail mail) {
    var part = PLAIN.matcher(mail.raw());
    if (!part.find()) {
      throw new AssertionError("no plain words in " + mail.raw());
    }
    return new String(Base64.getMimeDecoder().decode(part.group(1)), StandardCharsets.UTF_8);
  }
}
