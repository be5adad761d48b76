package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;

/**
 * One line to a mail server: commands out, replies in, in their order. What the server may say is
 * bounded, and {@link #cut} ends everything at once.
 */
final class SmtpConnection {

  private static final int CLOSING = 421;
  private static final int LONGEST_LINE = 2000;
  private static final int LONGEST_REPLY = 20_000;

  private final NetSocket socket;
  private final Queue<Promise<SmtpReply>> awaited = new ArrayDeque<>();
  private final StringBuilder lines = new StringBuilder();
  private Runnable onClose = () -> {};
  private boolean open = true;

  /** The line is gone, with or without a word. */
  static final class Lost extends RuntimeException {

    private static final long serialVersionUID = 1;

    Lost(String message) {
      super(message, null, false, false);
    }
  }

  SmtpConnection(NetSocket socket) {
    this.socket = socket;
    var parser = RecordParser.newDelimited("\n", this::hear);
    parser.maxRecordSize(LONGEST_LINE).exceptionHandler(this::fail);
    socket.handler(parser).exceptionHandler(this::fail);
    socket.closeHandler(closed -> fail(new Lost("the mail server hung up")));
  }

  /** What the server says by itself, at the beginning. */
  Future<SmtpReply> greeting() {
    return await();
  }

  Future<SmtpReply> say(String command) {
    return write(Buffer.buffer(command + "\r\n"));
  }

  /** Many commands at once, where the server allows it; one reply for each. */
  List<Future<SmtpReply>> sayAll(List<String> commands) {
    List<Future<SmtpReply>> replies = Stream.generate(this::await).limit(commands.size()).toList();
    socket.write(String.join("\r\n", commands) + "\r\n").onFailure(this::fail);
    return replies;
  }

  Future<SmtpReply> write(Buffer bytes) {
    Future<SmtpReply> reply = await();
    socket.write(bytes).onFailure(this::fail);
    return reply;
  }

  Future<Void> encrypt(ClientSSLOptions options, String host) {
    return socket.upgradeToSsl(options, host);
  }

  boolean isOpen() {
    return open;
  }

  void whenClosed(Runnable action) {
    onClose = action;
  }

  /** Politely, without waiting for an answer. */
  void quit() {
    if (open) {
      socket.write("QUIT\r\n").onComplete(written -> cut());
    }
  }

  void cut() {
    fail(new Lost("the line was cut"));
  }

  private Future<SmtpReply> await() {
    Promise<SmtpReply> promise = Promise.promise();
    if (open) {
      awaited.add(promise);
    } else {
      promise.fail("the line is closed");
    }
    return promise.future();
  }

  private void hear(Buffer bytes) {
    String line = bytes.toString().stripTrailing();
    lines.append(lines.isEmpty() ? "" : "\n").append(line);
    if (lines.length() > LONGEST_REPLY) {
      fail(new Lost("the mail server answers without end"));
    } else if (line.length() < 4 || line.charAt(3) != '-') {
      heard(SmtpReply.parse(lines.toString()));
    }
  }

  private void heard(SmtpReply reply) {
    lines.setLength(0);
    if (reply.code() == 0 || reply.code() == CLOSING) {
      fail(new Lost(reply.words()));
    } else if (awaited.isEmpty()) {
      fail(new Lost("the mail server spoke without being asked"));
    } else {
      awaited.poll().tryComplete(reply);
    }
  }

  private void fail(Throwable why) {
    if (open) {
      open = false;
      socket.close();
      onClose.run();
    }
    while (!awaited.isEmpty()) {
      awaited.poll().tryFail(why);
    }
  }
}
