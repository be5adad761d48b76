package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.fault.Fault;

/** What staff can do with mail. */
public final class Mails {

  private final Db db;
  private final Outbox outbox;
  private final Letters letters;
  private final Supplier<Brand> brand;
  private final Clock clock;
  private final MailSql sql = new MailSql();

  public Mails(Db db, Outbox outbox, Letters letters, Supplier<Brand> brand, Clock clock) {
    this.db = db;
    this.outbox = outbox;
    this.letters = letters;
    this.brand = brand;
    this.clock = clock;
  }

  /** What is asked for by who tries the mail settings. */
  record TestMail(String to, Language language) {}

  Future<Mail> sendTest(Caller caller, TestMail wanted) {
    return db.transaction(caller, tx -> outbox.enqueue(tx, test(caller, wanted)))
        .compose(id -> byId(caller, id));
  }

  Future<MailPage> list(
      Caller caller, Optional<Mail.State> state, Optional<UUID> after, int limit) {
    return sql.list(db.reads(caller), state, after, limit + 1)
        .map(found -> page(found, limit, caller.may("mail:manage")));
  }

  /** With its words, which may hold links that open accounts: only for who manages mail. */
  Future<Mail> byId(Caller caller, UUID id) {
    return sql.byId(db.primary(caller), id)
        .map(found -> found.orElseThrow(() -> Fault.notFound("mail", id)));
  }

  Future<Mail> retry(Caller caller, UUID id) {
    return byId(caller, id)
        .compose(known -> db.transaction(caller, tx -> outbox.retry(tx, id)))
        .compose(queued -> queued ? byId(caller, id) : Future.failedFuture(notFailed()));
  }

  private Mail.Draft test(Caller caller, TestMail wanted) {
    var at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM);
    String now =
        at.localizedBy(wanted.language().locale()).format(clock.instant().atZone(ZoneOffset.UTC))
            + " UTC";
    Map<String, String> values = Map.of("actor", caller.actor(), "at", now);
    var content = letters.write(Letters.TEST, wanted.language(), brand.get(), values);
    return Mail.Draft.of(Letters.TEST, wanted.to(), wanted.language(), content);
  }

  private static MailPage page(List<Mail> oneMore, int limit, boolean inFull) {
    boolean more = oneMore.size() > limit;
    List<Mail> items = more ? oneMore.subList(0, limit) : oneMore;
    String next = more ? items.get(limit - 1).id().toString() : null;
    return new MailPage(inFull ? items : items.stream().map(Mail::masked).toList(), next);
  }

  private static Fault notFailed() {
    return Fault.conflict("mail-not-failed", "only a mail that failed can be sent again");
  }
}
