package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.job.Companion;
import systems.voltaic.magnetiq.job.Job;
import systems.voltaic.magnetiq.job.JobHandler;
import systems.voltaic.magnetiq.job.Lease;
import systems.voltaic.magnetiq.job.Limits;

/** Sends what waits in the outbox; a mail's state and its job always change together. */
final class MailJobs implements JobHandler {

  static final String KIND = "mail.send";

  private static final Caller CALLER = Caller.system("mail");

  private final Db db;
  private final Sender sender;
  private final MailMeters meters;
  private final SentMails sent;
  private final Sending sending;
  private final MailSql sql = new MailSql();

  MailJobs(Db db, Sender sender, MailMeters meters, Sending sending) {
    this.db = db;
    this.sender = sender;
    this.meters = meters;
    this.sending = sending;
    this.sent = new SentMails(db, CALLER);
  }

  record Payload(UUID mail) {}

  static Job.Draft job(UUID mail) {
    return Job.Draft.of(KIND, new Payload(mail)).unique(mail.toString()).attempts(Sending.ATTEMPTS);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Companion> companion() {
    return Optional.of(new Unsent());
  }

  @Override
  public Limits limits() {
    return new Limits(sending.inHand(), sending.lease(), sending.backoff(), Optional.empty());
  }

  @Override
  public Future<Void> handle(Lease lease) {
    return handleAll(List.of(lease)).get(0);
  }

  @Override
  public List<Future<Void>> handleAll(List<Lease> leases) {
    List<UUID> ids = leases.stream().map(MailJobs::mail).toList();
    Future<Map<UUID, Mail>> mails = db.autocommit(CALLER, session -> sql.take(session, ids));
    return IntStream.range(0, leases.size())
        .mapToObj(i -> mails.compose(taken -> send(leases.get(i), taken.get(ids.get(i)))))
        .toList();
  }

  private Future<Void> send(Lease lease, Mail mail) {
    if (mail == null) {
      return Future.succeededFuture();
    }
    var watch = meters.start();
    return sender
        .send(mail, () -> !lease.isOver())
        .eventually(() -> meters.stop(watch))
        .compose(done -> sent(lease, mail), t -> notSent(lease, mail, t));
  }

  private Future<Void> sent(Lease lease, Mail mail) {
    return sent.add(lease, mail.id()).onSuccess(done -> meters.sent());
  }

  private Future<Void> notSent(Lease lease, Mail mail, Throwable why) {
    if (why instanceof Sender.NotReached) {
      return notTried(lease, mail);
    }
    if (why instanceof Sender.Refused || lease.isLastAttempt()) {
      return giveUp(lease, mail, why).onSuccess(done -> meters.failed());
    }
    meters.retried();
    return db.transaction(
            CALLER,
            tx -> lease.confirm(tx).compose(ours -> noted(tx, mail, Mail.State.QUEUED, why)))
        .transform(done -> Future.failedFuture(why));
  }

  private Future<Void> notTried(Lease lease, Mail mail) {
    return db.transaction(
        CALLER, tx -> lease.release(tx).compose(free -> sql.notTried(tx, mail.id())));
  }

  private Future<Void> giveUp(Lease lease, Mail mail, Throwable why) {
    return db.transaction(
        CALLER, tx -> lease.complete(tx).compose(ours -> noted(tx, mail, Mail.State.FAILED, why)));
  }

  private Future<Void> noted(Tx tx, Mail mail, Mail.State state, Throwable why) {
    return sql.notSent(tx, mail.id(), state, words(why));
  }

  private static String words(Throwable why) {
    return why.getMessage() == null
        ? "the mail server was not reached: " + why.getClass().getSimpleName()
        : why.getMessage();
  }

  private static UUID mail(Lease lease) {
    return lease.payload(Payload.class).mail();
  }
}
