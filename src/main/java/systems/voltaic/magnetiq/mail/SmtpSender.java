package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.TimeUnit;

/** Sends through a mail server, over a few connections that stay open. */
final class SmtpSender implements Sender {

  private final MailConfig config;
  private final long deadline;
  private final NetClient client;
  private final SmtpOpening opening;
  private final SmtpPool pool;
  private final Vertx vertx;

  SmtpSender(Vertx vertx, MailConfig config, Sending sending) {
    this.vertx = vertx;
    this.config = config;
    this.deadline = sending.deadline().toMillis();
    var tls = new ClientSSLOptions().setHostnameVerificationAlgorithm("HTTPS");
    sending.trust().ifPresent(tls::setTrustOptions);
    this.client = vertx.createNetClient(options(sending));
    this.opening = new SmtpOpening(config, tls);
    this.pool = new SmtpPool(sending.connections(), this::dial);
  }

  private NetClientOptions options(Sending sending) {
    var options =
        new NetClientOptions()
            .setConnectTimeout((int) deadline)
            .setIdleTimeout((int) deadline)
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setSsl(config.tls() == MailConfig.Tls.TLS);
    options.setHostnameVerificationAlgorithm("HTTPS");
    sending.trust().ifPresent(options::setTrustOptions);
    return options;
  }

  @Override
  public Future<Void> send(Mail mail) {
    try {
      var parcel = new Parcel(MailAddress.of(mail.recipient()), SmtpMessage.of(mail, config));
      return pool.take().compose(line -> send(line, parcel, true));
    } catch (RuntimeException e) {
      return Future.failedFuture(new Refused(e.getMessage()));
    }
  }

  private record Parcel(String to, Buffer message) {}

  private Future<Void> send(SmtpLine line, Parcel parcel, boolean onceMore) {
    long timer = vertx.setTimer(deadline, fired -> line.cut());
    return line.send(config.fromEmail(), parcel.to(), parcel.message())
        .onComplete(done -> vertx.cancelTimer(timer))
        .onComplete(done -> pool.giveBack(line))
        .recover(t -> onceMore && line.wasStale(t) ? resend(parcel) : Future.failedFuture(t));
  }

  private Future<Void> resend(Parcel parcel) {
    return pool.take().compose(line -> send(line, parcel, false));
  }

  private Future<SmtpLine> dial() {
    return client.connect(config.port(), config.host().orElseThrow()).compose(this::opened);
  }

  private Future<SmtpLine> opened(NetSocket socket) {
    var connection = new SmtpConnection(socket);
    return opening
        .open(connection)
        .timeout(deadline, TimeUnit.MILLISECONDS)
        .map(abilities -> new SmtpLine(connection, abilities))
        .onFailure(failed -> connection.cut());
  }

  @Override
  public Future<Void> close() {
    pool.close();
    return client.close();
  }
}
