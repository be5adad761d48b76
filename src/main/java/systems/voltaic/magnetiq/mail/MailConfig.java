package systems.voltaic.magnetiq.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How mail leaves; without a host it stays in the dev mailbox. */
public record MailConfig(
    Optional<String> host,
    int port,
    Optional<String> username,
    Optional<String> password,
    String fromEmail,
    String fromName,
    Tls tls) {

  /** As the connection starts: in clear, upgraded before anything is said, or encrypted. */
  public enum Tls {
    NONE,
    STARTTLS,
    TLS
  }

  /** What is wrong with it, in sentences for the operator. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (username.isPresent() != password.isPresent()) {
      faults.add("SMTP_USERNAME and SMTP_PASSWORD belong together: set both or neither");
    }
    if (!MailAddress.isValid(fromEmail)) {
      faults.add("SMTP_FROM_EMAIL is not a mail address such as office@example.com");
    }
    if (!HeaderText.isClean(fromName) || fromName.length() > 60) {
      faults.add("SMTP_FROM_NAME must have at most 60 characters and no line breaks");
    }
    return faults;
  }

  /** The part of a Message-ID that makes it ours. */
  String domain() {
    return fromEmail.substring(fromEmail.indexOf('@') + 1);
  }

  @Override
  public String toString() {
    return "MailConfig[" + host.orElse("dev mailbox") + ":" + port + ", " + tls + "]";
  }
}
