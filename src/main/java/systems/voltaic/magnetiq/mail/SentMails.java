package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.job.Lease;
import systems.voltaic.magnetiq.job.LeaseLost;

/**
 * Writes down what was sent, in groups: while one transaction is on its way, the next gathers. It
 * belongs to one event loop.
 */
final class SentMails {

  private final Db db;
  private final Caller caller;
  private final MailSql sql = new MailSql();
  private List<Entry> gathered = new ArrayList<>();
  private boolean writing;

  SentMails(Db db, Caller caller) {
    this.db = db;
    this.caller = caller;
  }

  private record Entry(Lease lease, UUID mail, Promise<Void> written) {}

  Future<Void> add(Lease lease, UUID mail) {
    var entry = new Entry(lease, mail, Promise.promise());
    gathered.add(entry);
    if (!writing) {
      write();
    }
    return entry.written().future();
  }

  private void write() {
    List<Entry> group = gathered;
    gathered = new ArrayList<>();
    writing = true;
    commit(group)
        .onSuccess(done -> group.forEach(entry -> entry.written().complete()))
        .onFailure(t -> group.forEach(entry -> alone(entry).onComplete(entry.written())))
        .onComplete(done -> next());
  }

  private void next() {
    writing = false;
    if (!gathered.isEmpty()) {
      write();
    }
  }

  /** What was sent stays sent, also where the job went to somebody else meanwhile. */
  private Future<Void> alone(Entry entry) {
    return commit(List.of(entry))
        .recover(
            t ->
                t instanceof LeaseLost
                    ? db.transaction(caller, tx -> sql.sent(tx, List.of(entry.mail())))
                    : Future.failedFuture(t));
  }

  private Future<Void> commit(List<Entry> group) {
    return db.transaction(caller, tx -> settle(tx, group));
  }

  private Future<Void> settle(Tx tx, List<Entry> group) {
    return Lease.completeAll(tx, group.stream().map(Entry::lease).toList())
        .compose(ours -> sql.sent(tx, group.stream().map(Entry::mail).toList()));
  }
}
