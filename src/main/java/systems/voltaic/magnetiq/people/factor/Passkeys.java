package systems.voltaic.magnetiq.people.factor;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.people.factor.Challenges.Challenge;
import systems.voltaic.magnetiq.people.factor.Challenges.Use;
import systems.voltaic.magnetiq.people.factor.Rising.Enrolled;

/** Enrols passkeys and keeps their names. */
final class Passkeys {

  private static final int MOST = 10;

  /** What the browser made, and how the person calls it. */
  record Sent(String ticket, String name, JsonNode credential) {}

  private final Db db;
  private final Challenges challenges;
  private final Ceremony ceremony;
  private final PasskeyOptions options;
  private final Supplier<UUID> ids;
  private final Clock clock;
  private final Rising rising;
  private final News news;
  private final HolderSql holders = new HolderSql();
  private final PasskeySql sql = new PasskeySql();

  Passkeys(
      Db db,
      Challenges challenges,
      Ceremony ceremony,
      PasskeyOptions options,
      Supplier<UUID> ids,
      Clock clock,
      Rising rising,
      News news) {
    this.db = db;
    this.challenges = challenges;
    this.ceremony = ceremony;
    this.options = options;
    this.ids = ids;
    this.clock = clock;
    this.rising = rising;
    this.news = news;
  }

  Future<List<Passkey>> list(Session session, UUID person) {
    return sql.list(session, person);
  }

  Future<FactorLogins.Asked> begin(Caller caller, UUID person) {
    return db.transaction(
        caller, tx -> holders.byId(tx, person).map(Passkeys::room).compose(h -> begin(tx, h)));
  }

  private Future<FactorLogins.Asked> begin(Tx tx, Holder holder) {
    return sql.credentials(tx, holder.id())
        .compose(
            known ->
                challenges
                    .issue(tx, Use.ENROL, Optional.of(holder.id()))
                    .map(issued -> asked(holder, issued, known)));
  }

  private FactorLogins.Asked asked(
      Holder holder, Challenges.Issued issued, List<Passkey.Credential> known) {
    return new FactorLogins.Asked(issued.secret(), options.make(holder, issued.text(), known));
  }

  Future<Enrolled<Passkey>> add(Call call, UUID person, Sent sent) {
    return db.transaction(
            call.caller(),
            tx ->
                challenges
                    .use(tx, Set.of(Use.ENROL), sent.ticket())
                    .compose(verdict -> verdict.check(c -> judge(tx, call, person, c, sent))))
        .map(Verdict::orThrow);
  }

  private Future<Verdict<Enrolled<Passkey>>> judge(
      Tx tx, Call call, UUID person, Challenge challenge, Sent sent) {
    if (!challenge.person().equals(Optional.of(person))) {
      return Future.succeededFuture(Verdict.refused(Assertions.refused()));
    }
    return ceremony
        .register(ids.get(), person, sent.credential(), challenge.text())
        .compose(
            made ->
                made.isPresent()
                    ? keep(tx, call, made.get(), sent.name()).map(Verdict::passed)
                    : Future.succeededFuture(Verdict.refused(Assertions.refused())));
  }

  private Future<Enrolled<Passkey>> keep(Tx tx, Call call, Ceremony.Made made, String name) {
    return holders
        .lock(tx, made.credential().person())
        .map(Passkeys::room)
        .compose(
            holder ->
                sql.insert(tx, made.credential(), made.backedUp(), name.strip(), clock.instant())
                    .compose(passkey -> told(tx, holder, passkey))
                    .compose(p -> rising.enrolled(tx, call, holder, Kind.PASSKEY, p)));
  }

  private Future<Passkey> told(Tx tx, Holder holder, Passkey passkey) {
    return news.added(tx, holder, Map.of("kind", Kind.PASSKEY, "passkey", passkey.id()))
        .compose(noted -> news.tell(tx, holder, "passkey-added", Map.of("passkey", passkey.name())))
        .map(passkey);
  }

  Future<Passkey> rename(Caller caller, UUID person, UUID id, String name) {
    return db.transaction(
        caller,
        tx -> sql.rename(tx, id, person, name.strip()).compose(p -> renamed(tx, person, p)));
  }

  private Future<Passkey> renamed(Tx tx, UUID person, Passkey passkey) {
    var what = Map.of("passkey", passkey.id());
    return holders
        .byId(tx, person)
        .compose(holder -> news.noted(tx, "factors.passkeyRenamed", holder, what))
        .map(passkey);
  }

  private static Holder room(Holder holder) {
    if (holder.standing().passkeys() >= MOST) {
      throw Fault.rule("passkeys-full", "ten passkeys are the most: remove one first");
    }
    return holder;
  }
}
