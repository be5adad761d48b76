package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;

/** Hands a mail to whoever delivers it. */
interface Sender {

  /** Fails with {@link Refused} when trying again cannot help, otherwise with anything else. */
  Future<Void> send(Mail mail);

  Future<Void> close();

  /** The other side said no for good. */
  final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message, null, false, false);
    }
  }
}
