package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** An opened connection: ready for one mail after the other. */
final class SmtpLine {

  private static final int LOGIN_WANTED = 530;

  private final SmtpConnection connection;
  private final SmtpOpening.Abilities abilities;
  private int sent;
  private boolean handedOver;

  SmtpLine(SmtpConnection connection, SmtpOpening.Abilities abilities) {
    this.connection = connection;
    this.abilities = abilities;
  }

  /** Closes the line with every failure, so that the next mail starts from a known state. */
  Future<Void> send(String from, String to, Buffer message) {
    handedOver = false;
    if (message.length() > abilities.size()) {
      return Future.failedFuture(
          new Sender.Refused("the mail is larger than the mail server takes"));
    }
    return envelope(List.of("MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">", "DATA"))
        .compose(ready -> handOver(message))
        .compose(SmtpLine::judged)
        .onSuccess(done -> sent++)
        .onFailure(failed -> connection.quit());
  }

  private Future<SmtpReply> handOver(Buffer message) {
    handedOver = true;
    return connection.write(message);
  }

  private Future<Void> envelope(List<String> commands) {
    if (abilities.pipelining()) {
      Future<Void> all = Future.succeededFuture();
      for (Future<SmtpReply> reply : connection.sayAll(commands)) {
        all = all.compose(ok -> reply).compose(SmtpLine::judged);
      }
      return all;
    }
    Future<Void> all = Future.succeededFuture();
    for (String command : commands) {
      all = all.compose(ok -> connection.say(command)).compose(SmtpLine::judged);
    }
    return all;
  }

  private static Future<Void> judged(SmtpReply reply) {
    if (reply.ok()) {
      return Future.succeededFuture();
    }
    return reply.refuses() && reply.code() != LOGIN_WANTED
        ? Future.failedFuture(new Sender.Refused(reply.words()))
        : Future.failedFuture(reply.words());
  }

  /** Whether this failure says only that the server did not want to keep a used line. */
  boolean wasStale(Throwable failure) {
    return sent > 0 && !handedOver && failure instanceof SmtpConnection.Lost;
  }

  boolean isOpen() {
    return connection.isOpen();
  }

  void whenClosed(Runnable action) {
    connection.whenClosed(action);
  }

  void quit() {
    connection.quit();
  }

  void cut() {
    connection.cut();
  }
}
