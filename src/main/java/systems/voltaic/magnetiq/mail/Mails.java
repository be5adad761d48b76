package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.audit.Naming;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Page;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;

/** What staff can do with mail. */
public final class Mails {

  private final Db db;
  private final Outbox outbox;
  private final Letters letters;
  private final Supplier<Brand> brand;
  private final Clock clock;
  private final Audit audit;
  private final Naming names;
  private final MailSql sql = new MailSql();

  public Mails(
      Db db,
      Outbox outbox,
      Letters letters,
      Supplier<Brand> brand,
      Clock clock,
      Audit audit,
      Naming names) {
    this.db = db;
    this.outbox = outbox;
    this.letters = letters;
    this.brand = brand;
    this.clock = clock;
    this.audit = audit;
    this.names = names;
  }

  /** What is asked for by who tries the mail settings. */
  record TestMail(String to, Language language) {}

  Future<Mail> sendTest(Caller caller, TestMail wanted) {
    return names
        .of(caller, Set.of(caller.actor()))
        .map(known -> test(known.getOrDefault(caller.actor(), caller.actor()), wanted))
        .compose(draft -> sendTest(caller, draft));
  }

  private Future<Mail> sendTest(Caller caller, Mail.Draft draft) {
    return db.transaction(caller, tx -> outbox.enqueue(tx, draft).compose(id -> tested(tx, id)))
        .compose(id -> byId(caller, id));
  }

  private Future<UUID> tested(Tx tx, UUID id) {
    return audit.record(tx, "mail.test", "mail:" + id, null, null).map(id);
  }

  Future<Page<Mail>> list(Caller caller, Optional<Mail.State> state, Paging paging) {
    var session = db.reads(caller);
    boolean inFull = caller.may("mail:manage");
    return sql.list(session, state, paging)
        .map(found -> inFull ? found : found.stream().map(Mail::masked).toList())
        .compose(mails -> sql.count(session, state).map(all -> paging.page(mails, all, Mail::id)));
  }

  /** How many could not be sent. */
  public Future<Long> failed(Caller caller) {
    return sql.count(db.primary(caller), Optional.of(Mail.State.FAILED));
  }

  /** Deletes up to 10,000 mails that were done with long ago; answers how many. */
  public Future<Integer> purge(Caller caller, Duration olderThan) {
    return db.transaction(caller, tx -> sql.purge(tx, olderThan));
  }

  /** With its words, which may hold links that open accounts: only for who manages mail. */
  Future<Mail> byId(Caller caller, UUID id) {
    return sql.byId(db.primary(caller), id)
        .map(found -> found.orElseThrow(() -> Fault.notFound("mail", id)));
  }

  /** Whoever reads a link could use it, so it is written down who did. */
  Future<Mail> open(Caller caller, UUID id) {
    return byId(caller, id)
        .compose(mail -> audit.note(caller, "mail.opened", "mail:" + id, null).map(mail));
  }

  Future<Mail> retry(Caller caller, UUID id) {
    return byId(caller, id)
        .compose(mail -> db.transaction(caller, tx -> retry(tx, mail)))
        .compose(queued -> byId(caller, id))
        .map(Mail::withoutWords);
  }

  private Future<Void> retry(Tx tx, Mail mail) {
    return outbox
        .retry(tx, mail.id())
        .compose(queued -> queued ? Future.succeededFuture() : Future.failedFuture(notFailed()))
        .compose(v -> audit.record(tx, "mail.retry", "mail:" + mail.id(), null, null));
  }

  /** A letter for whom another feature writes to: it leaves if the transaction commits. */
  public Future<Void> send(
      Tx tx, String letter, String to, Language language, Map<String, String> values) {
    var content = letters.write(letter, language, brand.get(), values);
    return outbox.enqueue(tx, Mail.Draft.of(letter, to, language, content)).mapEmpty();
  }

  private Mail.Draft test(String by, TestMail wanted) {
    var local =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .localizedBy(wanted.language().locale());
    String now = local.format(clock.instant().atZone(ZoneOffset.UTC)) + " UTC";
    Map<String, String> values = Map.of("actor", by, "at", now);
    var content = letters.write(Letters.TEST, wanted.language(), brand.get(), values);
    return Mail.Draft.of(Letters.TEST, wanted.to(), wanted.language(), content);
  }

  private static Fault notFailed() {
    return Fault.conflict("mail-not-failed", "only a mail that failed can be sent again");
  }
}
