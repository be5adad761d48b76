package systems.voltaic.magnetiq.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Language;

/**
 * One mail to one recipient.
 *
 * @param template what kind of mail it is
 * @param headers beyond the usual ones, such as List-Unsubscribe
 * @param lastError why it has not been sent, in words
 * @param sentAt when a mail server, or the dev mailbox, took it
 * @param html only where the mail is opened, as is the text
 */
public record Mail(
    UUID id,
    String template,
    String recipient,
    String subject,
    Language language,
    Map<String, String> headers,
    State state,
    int attempts,
    String lastError,
    Instant createdAt,
    Instant sentAt,
    String html,
    String text) {

  public enum State {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("leased")
    LEASED,
    @JsonProperty("sent")
    SENT,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("bounced")
    BOUNCED
  }

  /** A subject and the same words twice. */
  public record Content(String subject, String html, String text) {

    public Content {
      subject = HeaderText.subject(subject);
    }
  }

  /** A mail to be: its making refuses whatever could forge a header or a recipient. */
  public record Draft(
      String template,
      String recipient,
      Language language,
      Content content,
      Map<String, String> headers) {

    public Draft {
      recipient = MailAddress.of(recipient);
      headers = HeaderText.headers(headers);
    }

    public static Draft of(String template, String recipient, Language language, Content content) {
      return new Draft(template, recipient, language, content, Map.of());
    }
  }

  Mail withoutWords() {
    return new Mail(
        id, template, recipient, subject, language, headers, state, attempts, lastError, createdAt,
        sentAt, null, null);
  }

  /** Servers like to repeat the recipient in what they answer. */
  Mail masked() {
    return new Mail(
        id,
        template,
        MailAddress.masked(recipient),
        subject,
        language,
        headers,
        state,
        attempts,
        lastError == null ? null : MailAddress.maskedIn(lastError),
        createdAt,
        sentAt,
        html,
        text);
  }
}
