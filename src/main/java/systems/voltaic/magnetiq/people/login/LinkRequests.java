package systems.voltaic.magnetiq.people.login;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.job.Job;
import systems.voltaic.magnetiq.job.JobHandler;
import systems.voltaic.magnetiq.job.Jobs;
import systems.voltaic.magnetiq.job.Lease;
import systems.voltaic.magnetiq.token.Tokens;

/**
 * Links that anybody may ask for by an address. Asking only writes a job, so that it takes the same
 * time and looks the same whether there is such a person or not; the job finds out.
 */
final class LinkRequests {

  private static final Duration PAUSE = Duration.ofMinutes(2);

  /** Whom the link is for, if anybody. */
  private record Wanted(String key) {}

  private final Db db;
  private final Jobs jobs;
  private final Tokens tokens;
  private final Brake brake;
  private final Post post;
  private final Links links;
  private final Audit audit;
  private final Clock clock;
  private final LoginSql sql = new LoginSql();

  LinkRequests(
      Db db,
      Jobs jobs,
      Tokens tokens,
      Brake brake,
      Post post,
      Links links,
      Audit audit,
      Clock clock) {
    this.db = db;
    this.jobs = jobs;
    this.tokens = tokens;
    this.brake = brake;
    this.post = post;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  Future<Void> ask(Caller caller, String purpose, String email) {
    String key = EmailAddress.key(email);
    var job =
        Job.Draft.of(kind(purpose), new Wanted(key))
            .unique(brake.pseudonym(key))
            .priority(Job.Priority.HIGH);
    return db.transaction(caller, tx -> jobs.enqueue(tx, job)).mapEmpty();
  }

  List<JobHandler> handlers() {
    return List.of(handler(Links.RESET), handler(Links.UNLOCK));
  }

  private Future<Void> answer(String purpose, Lease lease) {
    String key = lease.payload(Wanted.class).key();
    return db.transaction(
        Caller.system(kind(purpose)),
        tx ->
            sql.byKey(tx, key)
                .compose(account -> answer(tx, purpose, account.filter(Account::isActive)))
                .compose(answered -> lease.complete(tx)));
  }

  private Future<Void> answer(Tx tx, String purpose, Optional<Account> account) {
    return account.isEmpty()
        ? Future.succeededFuture()
        : tokens
            .issuedSince(tx, purpose, account.get().subject(), clock.instant().minus(PAUSE))
            .compose(
                lately -> lately ? Future.succeededFuture() : send(tx, purpose, account.get()));
  }

  private Future<Void> send(Tx tx, String purpose, Account account) {
    return tokens
        .issue(tx, purpose, account.subject(), Map.of(), Links.HALF_HOUR)
        .compose(
            token ->
                post.send(
                    tx,
                    purpose,
                    account.email(),
                    account.language(),
                    Map.of("name", account.name(), "link", links.to(purpose, token))))
        .compose(sent -> audit.record(tx, purpose + ".requested", account.subject(), null, null));
  }

  private static String kind(String purpose) {
    return "login." + purpose;
  }

  private JobHandler handler(String purpose) {
    return new JobHandler() {
      @Override
      public String kind() {
        return LinkRequests.kind(purpose);
      }

      @Override
      public Future<Void> handle(Lease lease) {
        return answer(purpose, lease);
      }
    };
  }
}
