package systems.voltaic.magnetiq.loadtest;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Takes every mail, and only counts. */
final class SmtpSink {

  private final AtomicLong mails = new AtomicLong();
  private final NetServer server;

  SmtpSink(Vertx vertx) {
    server = vertx.createNetServer().connectHandler(this::talk);
    server.listen(0, "127.0.0.1").await();
  }

  int port() {
    return server.actualPort();
  }

  long mails() {
    return mails.get();
  }

  private void talk(NetSocket socket) {
    var dialogue = new Dialogue(socket);
    socket.handler(RecordParser.newDelimited("\r\n", line -> dialogue.hear(line.toString())));
    dialogue.say("220 sink.test ESMTP");
  }

  private final class Dialogue {

    private final NetSocket socket;
    private boolean inData;

    Dialogue(NetSocket socket) {
      this.socket = socket;
    }

    void hear(String line) {
      if (inData) {
        data(line);
        return;
      }
      String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
      switch (verb) {
        case "EHLO" -> say("250-sink.test\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 10000000");
        case "DATA" -> begin();
        case "QUIT" -> socket.end(Buffer.buffer("221 bye\r\n"));
        default -> say("250 fine");
      }
    }

    private void begin() {
      inData = true;
      say("354 go on");
    }

    private void data(String line) {
      if (line.equals(".")) {
        inData = false;
        mails.incrementAndGet();
        say("250 taken");
      }
    }

    void say(String words) {
      socket.write(words + "\r\n");
    }
  }
}
