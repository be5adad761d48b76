package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import java.util.function.BooleanSupplier;

/** Hands a mail to whoever delivers it. */
interface Sender {

  /**
   * Fails with {@link Refused} when trying again cannot help, with {@link NotReached} when the mail
   * was not even tried, otherwise with anything else. Whether it is still wanted is asked once more
   * just before the mail leaves.
   */
  Future<Void> send(Mail mail, BooleanSupplier wanted);

  Future<Void> close();

  /** The other side was busy with other mails for too long. */
  final class NotReached extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotReached() {
      super("the mail server was too slow for its turn to come", null, false, false);
    }
  }

  /** The other side said no for good. */
  final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message, null, false, false);
    }
  }
}
