package systems.voltaic.magnetiq.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.random.RandomGenerator;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.job.JobWorker;

/** Sends what waits in the outbox, to the mail server or into the dev mailbox. */
public final class MailVerticle extends VerticleBase {

  private final MailConfig config;
  private final Db db;
  private final MeterRegistry meters;
  private final RandomGenerator random;
  private final JobWorker.Pace pace;
  private final Sending sending;
  private Sender sender;
  private JobWorker worker;

  public MailVerticle(
      MailConfig config, Db db, MeterRegistry meters, RandomGenerator random, JobWorker.Pace pace) {
    this(config, db, meters, random, pace, Sending.standard());
  }

  MailVerticle(
      MailConfig config,
      Db db,
      MeterRegistry meters,
      RandomGenerator random,
      JobWorker.Pace pace,
      Sending sending) {
    this.config = config;
    this.db = db;
    this.meters = meters;
    this.random = random;
    this.pace = pace;
    this.sending = sending;
  }

  @Override
  public Future<?> start() {
    sender = config.host().isPresent() ? new SmtpSender(vertx, config, sending) : new DevMailbox();
    var jobs = new MailJobs(db, sender, new MailMeters(meters), sending);
    worker = new JobWorker(vertx, db, meters, random, pace, List.of(jobs));
    return worker.start();
  }

  /** Claims nothing more, ends what is on the line, then hangs up. */
  @Override
  public Future<?> stop() {
    return worker.stop().eventually(sender::close);
  }
}
