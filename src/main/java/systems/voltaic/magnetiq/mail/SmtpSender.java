package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

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
    this.pool = new SmtpPool(vertx, sending, this::dial);
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
  public Future<Void> send(Mail mail, BooleanSupplier wanted) {
    try {
      var to = MailAddress.of(mail.recipient());
      return send(new Parcel(to, SmtpMessage.of(mail, config), wanted), deadline);
    } catch (RuntimeException e) {
      return Future.failedFuture(new Refused(e.getMessage()));
    }
  }

  private record Parcel(String to, Buffer message, BooleanSupplier wanted) {}

  private Future<Void> send(Parcel parcel, long millis) {
    return pool.take(parcel.wanted()).compose(line -> send(line, parcel, millis));
  }

  private Future<Void> send(SmtpLine line, Parcel parcel, long millis) {
    if (!parcel.wanted().getAsBoolean()) {
      pool.giveBack(line);
      return Future.failedFuture(new NotReached());
    }
    long end = now() + millis;
    long timer = vertx.setTimer(millis, fired -> line.cut());
    return line.send(config.fromEmail(), parcel.to(), parcel.message())
        .onComplete(done -> vertx.cancelTimer(timer))
        .onComplete(done -> pool.giveBack(line))
        .recover(t -> resend(line, parcel, end - now(), t));
  }

  private Future<Void> resend(SmtpLine line, Parcel parcel, long left, Throwable why) {
    return left > 0 && line.wasStale(why) ? send(parcel, left) : Future.failedFuture(why);
  }

  private Future<SmtpLine> dial() {
    long end = now() + deadline;
    return client
        .connect(config.port(), config.host().orElseThrow())
        .compose(socket -> opened(socket, Math.max(1, end - now())));
  }

  private static long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  private Future<SmtpLine> opened(NetSocket socket, long millis) {
    var connection = new SmtpConnection(socket);
    return opening
        .open(connection)
        .timeout(millis, TimeUnit.MILLISECONDS)
        .map(abilities -> new SmtpLine(connection, abilities))
        .onFailure(failed -> connection.cut());
  }

  @Override
  public Future<Void> close() {
    pool.close();
    return client.close();
  }
}
