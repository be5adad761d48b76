package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import systems.voltaic.magnetiq.job.JobWorker;
import systems.voltaic.magnetiq.job.Workshop;

/** Sends what waits in the outbox, to the mail server or into the dev mailbox. */
public final class MailVerticle extends VerticleBase {

  private final MailConfig config;
  private final Workshop workshop;
  private final Sending sending;
  private Sender sender;
  private JobWorker worker;

  public MailVerticle(MailConfig config, Workshop workshop) {
    this(config, workshop, Sending.standard());
  }

  MailVerticle(MailConfig config, Workshop workshop, Sending sending) {
    this.config = config;
    this.workshop = workshop;
    this.sending = sending;
  }

  @Override
  public Future<?> start() {
    sender = config.host().isPresent() ? new SmtpSender(vertx, config, sending) : new DevMailbox();
    var jobs = new MailJobs(workshop.db(), sender, new MailMeters(workshop.meters()), sending);
    worker = new JobWorker(vertx, workshop, List.of(jobs));
    return worker.start();
  }

  /** Claims nothing more, ends what is on the line, then hangs up. */
  @Override
  public Future<?> stop() {
    return worker.stop().eventually(sender::close);
  }
}
