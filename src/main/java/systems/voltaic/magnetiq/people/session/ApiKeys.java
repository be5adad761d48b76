package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Identity;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Page;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;

/** Keys of machines: everybody's own, and all of them for the owners of the installation. */
final class ApiKeys {

  private final Db db;
  private final Sessions sessions;
  private final RecentProof proof;
  private final Audit audit;
  private final Supplier<UUID> ids;
  private final SecureRandom random;
  private final Clock clock;
  private final ApiKeySql sql = new ApiKeySql();

  ApiKeys(
      Db db,
      Sessions sessions,
      RecentProof proof,
      Audit audit,
      Supplier<UUID> ids,
      SecureRandom random,
      Clock clock) {
    this.db = db;
    this.sessions = sessions;
    this.proof = proof;
    this.audit = audit;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  Future<Page<ApiKey>> list(Caller caller, Paging paging) {
    var session = db.reads(caller);
    return sql.list(session, whose(caller), paging)
        .compose(
            keys ->
                sql.count(session, whose(caller))
                    .map(total -> paging.page(keys, total, ApiKey::id)));
  }

  Future<ApiKey> byId(Caller caller, UUID id) {
    return sql.byId(db.reads(caller), id, whose(caller))
        .map(found -> found.orElseThrow(() -> Fault.notFound("key", id)));
  }

  /** A key may do nothing that its owner may not. */
  Future<ApiKey.Made> create(Caller caller, ApiKey.Draft draft) {
    proof.require(caller);
    refuseForeign(caller, draft);
    refusePast(draft);
    var secret = KeySecret.make(random);
    return db.transaction(caller, tx -> create(tx, draft, secret));
  }

  Future<Void> revoke(Caller caller, UUID id) {
    return db.transaction(
        caller,
        tx ->
            sql.byId(tx, id, whose(caller))
                .map(found -> found.orElseThrow(() -> Fault.notFound("key", id)))
                .compose(key -> revoke(tx, key)));
  }

  private Future<ApiKey.Made> create(Tx tx, ApiKey.Draft draft, KeySecret secret) {
    UUID id = ids.get();
    UUID owner = OpenSessions.who(tx.caller()).person();
    return sql.insert(tx, id, owner, draft, secret, clock.instant())
        .compose(added -> sql.byId(tx, id, Optional.empty()))
        .map(Optional::orElseThrow)
        .compose(key -> audit.record(tx, "key.created", "key:" + id, null, key.trace()).map(key))
        .map(key -> new ApiKey.Made(key, secret.text()));
  }

  private Future<Void> revoke(Tx tx, ApiKey key) {
    return sql.revoke(tx, key.id(), clock.instant())
        .compose(revoked -> sessions.rightsChanged(tx))
        .compose(told -> audit.record(tx, "key.revoked", "key:" + key.id(), key.trace(), null));
  }

  private static void refuseForeign(Caller caller, ApiKey.Draft draft) {
    var foreign = new TreeSet<>(draft.scopes());
    foreign.removeIf(scope -> caller.may(scope) && !scope.equals(Rights.SELF));
    if (!foreign.isEmpty()) {
      String names = String.join(", ", foreign);
      String sentence = "you have no such permission: " + names;
      throw Fault.rule(
          "scopes", sentence, new Fault.Detail("/scopes", "scopes:" + names, sentence));
    }
  }

  private void refusePast(ApiKey.Draft draft) {
    if (draft.end().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
      throw ApiKey.Draft.wrongEnd();
    }
  }

  private static Optional<UUID> whose(Caller caller) {
    Identity who = OpenSessions.who(caller);
    return who.rank() >= Rights.HIGHEST ? Optional.empty() : Optional.of(who.person());
  }
}
