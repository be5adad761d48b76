package systems.voltaic.magnetiq.people.factor;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.people.session.Sessions;
import systems.voltaic.magnetiq.secret.Vault;

/** What second factors somebody has, and how they get rid of them. */
public final class Factors {

  static final int BATCH = 100;

  private final Db db;
  private final Vault vault;
  private final Sessions sessions;
  private final Tickets tickets;
  private final News news;
  private final HolderSql holders = new HolderSql();
  private final TotpSql totp = new TotpSql();
  private final PasskeySql passkeys = new PasskeySql();
  private final RecoverySql recovery = new RecoverySql();

  Factors(Db db, Vault vault, Sessions sessions, Tickets tickets, News news) {
    this.db = db;
    this.vault = vault;
    this.sessions = sessions;
    this.tickets = tickets;
    this.news = news;
  }

  /** Nothing and nobody there is an unknown person. */
  public Future<Standing> standing(Session session, UUID person) {
    return holders.byId(session, person).map(Holder::standing);
  }

  /**
   * Takes all of them away, for who lost them: ends every session, tells the person. Who must have
   * one enrols it at the next login. The caller has judged whether this may be done.
   */
  public Future<Void> reset(Tx tx, UUID person) {
    return holders
        .lock(tx, person)
        .compose(holder -> clear(tx, person).map(holder))
        .compose(holder -> news.noted(tx, "factors.reset", holder, null).map(holder))
        .compose(holder -> news.tell(tx, holder, "factors-reset", Map.of()))
        .compose(told -> tickets.revoke(tx, person))
        .compose(revoked -> sessions.endAll(tx, person, "factors-reset", Optional.empty()))
        .mapEmpty();
  }

  private Future<Void> clear(Tx tx, UUID person) {
    return totp.delete(tx, person)
        .compose(gone -> passkeys.deleteAll(tx, person))
        .compose(gone -> recovery.delete(tx, person));
  }

  /** Seals some again, with the current key, that the previous one guards; true if more wait. */
  public Future<Boolean> reseal(Caller caller) {
    return db.transaction(
        caller,
        tx ->
            totp.sealedOtherwise(tx, vault.mark(), BATCH)
                .compose(some -> reseal(tx, some).map(some.size() == BATCH)));
  }

  private Future<Void> reseal(Tx tx, Map<UUID, String> secrets) {
    Future<Void> all = Future.succeededFuture();
    for (var entry : secrets.entrySet()) {
      all = all.compose(done -> reseal(tx, entry.getKey(), entry.getValue()));
    }
    return all;
  }

  private Future<Void> reseal(Tx tx, UUID person, String from) {
    String purpose = Codes.purpose(person);
    return totp.reseal(tx, person, from, vault.seal(purpose, vault.open(purpose, from)));
  }

  Future<Void> removeTotp(Caller caller, UUID person) {
    return db.transaction(caller, tx -> holders.lock(tx, person).compose(h -> removeTotp(tx, h)));
  }

  private Future<Void> removeTotp(Tx tx, Holder holder) {
    if (holder.standing().totpSince().isEmpty()) {
      throw Fault.notFound("phone of person", holder.id());
    }
    requireAnother(holder);
    return totp.delete(tx, holder.id())
        .compose(gone -> news.removed(tx, holder, Map.of("kind", Kind.TOTP)))
        .compose(noted -> news.tell(tx, holder, "totp-removed", Map.of()))
        .compose(told -> removed(tx, holder));
  }

  Future<Void> removePasskey(Caller caller, UUID person, UUID id) {
    return db.transaction(
        caller, tx -> holders.lock(tx, person).compose(h -> removePasskey(tx, h, id)));
  }

  private Future<Void> removePasskey(Tx tx, Holder holder, UUID id) {
    var what = Map.of("kind", Kind.PASSKEY, "passkey", id);
    return passkeys
        .delete(tx, id, holder.id())
        .map(gone -> another(holder, gone))
        .compose(gone -> news.removed(tx, holder, what).map(gone))
        .compose(gone -> news.tell(tx, holder, "passkey-removed", Map.of("passkey", gone.name())))
        .compose(told -> removed(tx, holder));
  }

  private static Passkey another(Holder holder, Passkey gone) {
    requireAnother(holder);
    return gone;
  }

  /** The last one stays with who must have one. */
  private static void requireAnother(Holder holder) {
    if (holder.standing().required() && holder.standing().count() < 2) {
      throw Fault.rule(
          "last-factor", "a role asks for a second factor: add another one before this one goes");
    }
  }

  /** Recovery codes stand in for a factor: with the last one they go too. */
  private Future<Void> removed(Tx tx, Holder holder) {
    Future<Void> codes =
        holder.standing().count() < 2 ? recovery.delete(tx, holder.id()) : Future.succeededFuture();
    return codes
        .compose(gone -> tickets.revoke(tx, holder.id()))
        .compose(revoked -> sessions.rightsChanged(tx));
  }
}
