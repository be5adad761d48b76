package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.job.Job;
import systems.voltaic.magnetiq.job.Jobs;

/** Where mail is written down in the transaction that causes it. */
public final class Outbox {

  private final Jobs jobs;
  private final Supplier<UUID> ids;
  private final MailSql sql = new MailSql();

  public Outbox(Jobs jobs, Supplier<UUID> ids) {
    this.jobs = jobs;
    this.ids = ids;
  }

  /** Sent if, and only if, the transaction commits; answers the mail's id. */
  public Future<UUID> enqueue(Tx tx, Mail.Draft draft) {
    return enqueue(tx, List.of(draft)).map(all -> all.get(0));
  }

  /** One round trip for many; the ids come in the order of the drafts. */
  public Future<List<UUID>> enqueue(Tx tx, List<Mail.Draft> drafts) {
    List<UUID> mails = Stream.generate(ids).limit(drafts.size()).toList();
    return sql.insert(tx, mails, drafts)
        .compose(written -> jobs.enqueue(tx, mails.stream().map(MailJobs::job).toList()))
        .map(mails);
  }

  /** Gives one that failed another three days; answers whether there was such a one. */
  Future<Boolean> retry(Tx tx, UUID mail) {
    Job.Draft job = MailJobs.job(mail);
    return sql.again(tx, mail)
        .compose(found -> found ? jobs.enqueue(tx, job).map(true) : Future.succeededFuture(false));
  }
}
