package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every mail and sends none: it stays readable in the outbox. */
final class DevMailbox implements Sender {

  private static final Logger LOG = LoggerFactory.getLogger(DevMailbox.class);

  DevMailbox() {
    LOG.info(
        "Mail is kept in the built-in mailbox and sent to nobody. To send it, set SMTP_HOST,"
            + " SMTP_FROM_EMAIL and, where the server asks for them, SMTP_USERNAME and"
            + " SMTP_PASSWORD");
  }

  @Override
  public Future<Void> send(Mail mail, BooleanSupplier wanted) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
