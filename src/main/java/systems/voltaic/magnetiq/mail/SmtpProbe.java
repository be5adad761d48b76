package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks the mail server whether it is there: greeting and EHLO, no mail and no login. */
public final class SmtpProbe {

  private static final int LONGEST_LINE = 2000;

  private final Vertx vertx;
  private final NetClient client;
  private final MailConfig config;
  private final Duration deadline;

  public SmtpProbe(Vertx vertx, MailConfig config, Duration deadline) {
    this.vertx = vertx;
    this.config = config;
    this.deadline = deadline;
    this.client =
        vertx.createNetClient(
            new NetClientOptions()
                .setConnectTimeout((int) deadline.toMillis())
                .setSsl(config.tls() == MailConfig.Tls.TLS)
                .setHostnameVerificationAlgorithm("HTTPS"));
  }

  /** Succeeds at once where mail stays in the dev mailbox. */
  public Future<Void> probe() {
    return config.host().map(this::ask).orElseGet(Future::succeededFuture);
  }

  // On the loop of its own socket: beside it the greeting could be over before anybody listens.
  private Future<Void> ask(String host) {
    Promise<Void> asked = Promise.promise();
    vertx
        .getOrCreateContext()
        .runOnContext(
            on ->
                client
                    .connect(config.port(), host)
                    .compose(socket -> talk(socket).eventually(socket::close))
                    .onComplete(asked));
    return asked.future().timeout(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Future<Void> talk(NetSocket socket) {
    Promise<Void> answered = Promise.promise();
    var lines = RecordParser.newDelimited("\n", line -> hear(socket, line.toString(), answered));
    lines.maxRecordSize(LONGEST_LINE).exceptionHandler(answered::tryFail);
    socket.handler(lines);
    socket.closeHandler(closed -> answered.tryFail("the mail server hung up"));
    socket.exceptionHandler(answered::tryFail);
    return answered.future().timeout(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void hear(NetSocket socket, String line, Promise<Void> answered) {
    if (line.startsWith("220 ")) {
      socket.write("EHLO " + config.domain() + "\r\n");
    } else if (line.startsWith("250 ")) {
      socket.write("QUIT\r\n").onComplete(written -> answered.tryComplete());
    } else if (line.length() < 4 || line.charAt(3) != '-') {
      answered.tryFail("the mail server answered: " + line.strip());
    }
  }
}
