package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.people.login.EmailAddress;

/** Forgets deleted people for good: by hand, or when nobody brought them back in 30 days. */
public final class Purge {

  private static final Duration KEPT = Duration.ofDays(30);

  private final Db db;
  private final Ground ground;
  private final Chronicle chronicle;
  private final Clock clock;
  private final PersonSql sql = new PersonSql();

  Purge(Db db, Ground ground, Chronicle chronicle, Clock clock) {
    this.db = db;
    this.ground = ground;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /** Who types the address means this person. */
  Future<Void> purge(Caller caller, UUID id, String email) {
    return db.transaction(
        caller,
        tx ->
            ground
                .hold(tx, List.of(id))
                .map(held -> deleted(held.managed(id)))
                .compose(person -> confirmed(tx, person, email))
                .map(person -> proved(tx, person))
                .compose(person -> purge(tx, person)));
  }

  private static Person deleted(Person person) {
    if (person.state() != Person.State.DELETED) {
      throw Fault.conflict("not-deleted", "only who was deleted can be forgotten");
    }
    return person;
  }

  private Future<Person> confirmed(Tx tx, Person person, String email) {
    return sql.emailKey(tx, person.id()).map(key -> same(person, key, EmailAddress.key(email)));
  }

  private static Person same(Person person, String key, String typed) {
    if (!key.equals(typed)) {
      throw Wrong.field("/email", "email-differs", "is not the address of this person");
    }
    return person;
  }

  private Person proved(Tx tx, Person person) {
    ground.requireProof(tx);
    return person;
  }

  private Future<Void> purge(Tx tx, Person person) {
    return sql.purge(tx, person.id())
        .compose(gone -> chronicle.note(tx, "purged", person, person.trace(), null));
  }

  /** Everybody whose time to come back is over. */
  public Future<Void> purgeOverdue(Caller caller) {
    return sql.overdue(db.primary(caller), clock.instant().minus(KEPT))
        .compose(ids -> purgeAll(caller, ids).map(ids.isEmpty()))
        .compose(over -> over ? Future.succeededFuture() : purgeOverdue(caller));
  }

  private Future<Void> purgeAll(Caller caller, List<UUID> ids) {
    Future<Void> all = Future.succeededFuture();
    for (UUID id : ids) {
      all = all.compose(done -> db.transaction(caller, tx -> purgeOverdue(tx, id)));
    }
    return all;
  }

  /** Somebody may have brought the person back meanwhile. */
  private Future<Void> purgeOverdue(Tx tx, UUID id) {
    return sql.lock(tx, List.of(id))
        .compose(
            found ->
                found.containsKey(id) && found.get(id).state() == Person.State.DELETED
                    ? purge(tx, found.get(id))
                    : Future.succeededFuture());
  }
}
