package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Messages;
import systems.voltaic.magnetiq.people.Person.State;
import systems.voltaic.magnetiq.people.session.FactorTicket;
import systems.voltaic.magnetiq.people.session.RecentProof;
import systems.voltaic.magnetiq.people.session.Sessions;
import systems.voltaic.magnetiq.token.Tokens;

/** Letting people in and out: whoever loses a right loses every session in the same transaction. */
final class PersonActs {

  private static final Set<Fault.Kind> JUDGEMENTS =
      EnumSet.of(Fault.Kind.FORBIDDEN, Fault.Kind.NOT_FOUND, Fault.Kind.CONFLICT, Fault.Kind.RULE);

  private static final int MOST_RACES = 3;

  private static final String[] LINKS = {
    "invite", "setup", "reset", "email", "unlock", FactorTicket.PURPOSE, "passkey", "sso", "ws"
  };

  private final Messages messages = new Messages();
  private final Db db;
  private final Ground ground;
  private final Chronicle chronicle;
  private final Sessions sessions;
  private final Tokens tokens;
  private final FactorReset factors;
  private final Clock clock;
  private final PersonSql sql = new PersonSql();

  PersonActs(
      Db db,
      Ground ground,
      Chronicle chronicle,
      Sessions sessions,
      Tokens tokens,
      FactorReset factors,
      Clock clock) {
    this.db = db;
    this.ground = ground;
    this.chronicle = chronicle;
    this.sessions = sessions;
    this.tokens = tokens;
    this.factors = factors;
    this.clock = clock;
  }

  Future<Person> perform(Caller caller, UUID id, Act act) {
    return perform(caller, id, act, Optional.empty());
  }

  /** Refuses when somebody else changed the person since it was seen. */
  Future<Person> perform(Caller caller, UUID id, Act act, Optional<Long> seen) {
    var order = new Act.Order(List.of(id), act, null);
    return db.transaction(
            caller,
            tx ->
                ground
                    .hold(tx, order.ids())
                    .compose(held -> perform(tx, held, target(held, id, seen), order))
                    .compose(done -> sql.byId(tx, id)))
        .map(person -> person.seenBy(Authority.of(caller)))
        .recover(PersonSql::meant);
  }

  private static Person target(Held held, UUID id, Optional<Long> seen) {
    return seen.isPresent() ? People.current(held, id, seen.get()) : held.managed(id);
  }

  /** The person is told by mail, and enrols again where a factor is required. */
  Future<Person> resetFactors(Caller caller, UUID id) {
    return db.transaction(
            caller,
            tx ->
                ground
                    .hold(tx, List.of(id))
                    .compose(held -> resetFactors(tx, held.managed(id)))
                    .compose(done -> sql.byId(tx, id)))
        .map(person -> person.seenBy(Authority.of(caller)));
  }

  private Future<Void> resetFactors(Tx tx, Person person) {
    require(person, State.ACTIVE, State.DEACTIVATED);
    ground.requireProof(tx);
    return factors
        .reset(tx, person.id())
        .compose(gone -> sql.touch(tx, person.id()))
        .compose(touched -> chronicle.note(tx, "factors-reset", person, null, null));
  }

  /** Answers how many sessions there were. */
  Future<Integer> signOut(Caller caller, UUID id) {
    return db.transaction(
        caller, tx -> ground.hold(tx, List.of(id)).compose(held -> signOut(tx, held.managed(id))));
  }

  /** Each is judged alone; what is refused for one is done for the others. */
  Future<Act.Outcome> performAll(Caller caller, Act.Order order) {
    if (order.lacksRole()) {
      throw Wrong.field("/role", "required", "say which role");
    }
    if (order.act() == Act.SIGN_OUT && !caller.may("sessions:manage")) {
      throw Fault.of(Fault.Kind.FORBIDDEN, "forbidden", "you may not manage sessions");
    }
    return performAll(caller, order, MOST_RACES);
  }

  /** After a lost race the transaction is over; once more, the loser is judged like the others. */
  private Future<Act.Outcome> performAll(Caller caller, Act.Order order, int races) {
    return db.transaction(
            caller, tx -> ground.hold(tx, order.ids()).compose(held -> performAll(tx, held, order)))
        .recover(
            failure ->
                races > 0 && PersonSql.lostAddress(failure)
                    ? performAll(caller, order, races - 1)
                    : PersonSql.meant(failure));
  }

  private Future<Act.Outcome> performAll(Tx tx, Held held, Act.Order order) {
    var outcome = new Act.Outcome(new ArrayList<>(), new ArrayList<>());
    Future<Void> all = Future.succeededFuture();
    for (UUID id : order.ids().stream().distinct().toList()) {
      all = all.compose(done -> one(tx, held, id, order, outcome));
    }
    return all.map(outcome);
  }

  private Future<Void> one(Tx tx, Held held, UUID id, Act.Order order, Act.Outcome outcome) {
    return sql.mark(tx)
        .compose(marked -> perform(tx, held, held.managed(id), order))
        .onSuccess(done -> outcome.done().add(id))
        .recover(failure -> refused(tx, id, failure, outcome));
  }

  /** Only a judgement of one person concerns it alone; anything else ends it for all. */
  private Future<Void> refused(Tx tx, UUID id, Throwable failure, Act.Outcome outcome) {
    if (!(failure instanceof Fault fault) || !isJudgement(fault)) {
      return Future.failedFuture(failure);
    }
    String why = messages.sentence(tx.caller().language(), fault);
    outcome.refused().add(new Act.Refused(id, fault.code(), why));
    return sql.backToMark(tx);
  }

  private static boolean isJudgement(Fault fault) {
    return JUDGEMENTS.contains(fault.kind()) && !RecentProof.isAsked(fault);
  }

  private Future<Void> perform(Tx tx, Held held, Person person, Act.Order order) {
    return switch (order.act()) {
      case ACTIVATE -> activate(tx, person);
      case DEACTIVATE -> deactivate(tx, person);
      case DELETE -> delete(tx, person);
      case RESTORE -> restore(tx, person);
      case SIGN_OUT -> signOut(tx, person).mapEmpty();
      case ADD_ROLE -> changeRole(tx, held, person, order.role(), true);
      case REMOVE_ROLE -> changeRole(tx, held, person, order.role(), false);
    };
  }

  private Future<Void> activate(Tx tx, Person person) {
    require(person, State.DEACTIVATED);
    return sql.canSignIn(tx, person.id())
        .compose(can -> move(tx, person, can ? State.ACTIVE : State.INVITED, "activated"));
  }

  private Future<Void> deactivate(Tx tx, Person person) {
    require(person, State.ACTIVE, State.INVITED);
    return move(tx, person, State.DEACTIVATED, "deactivated")
        .compose(moved -> shutOut(tx, person))
        .compose(out -> chronicle.tell(tx, "deactivated", person.id()));
  }

  private Future<Void> delete(Tx tx, Person person) {
    require(person, State.ACTIVE, State.INVITED, State.DEACTIVATED);
    return move(tx, person, State.DELETED, "deleted")
        .compose(moved -> shutOut(tx, person))
        .compose(out -> chronicle.tell(tx, "deleted", person.id()));
  }

  private Future<Void> restore(Tx tx, Person person) {
    require(person, State.DELETED);
    return sql.isTaken(tx, person.id())
        .compose(taken -> taken ? Future.failedFuture(PersonSql.emailTaken()) : none())
        .compose(free -> move(tx, person, State.DEACTIVATED, "restored"));
  }

  private Future<Integer> signOut(Tx tx, Person person) {
    return sessions
        .endAll(tx, person.id(), "signed-out", Optional.empty())
        .compose(n -> chronicle.note(tx, "signed-out", person, null, null).map(n));
  }

  private Future<Void> changeRole(Tx tx, Held held, Person person, String role, boolean give) {
    require(person, State.ACTIVE, State.INVITED, State.DEACTIVATED);
    var names = new ArrayList<>(person.roleNames());
    boolean changes = give ? !names.contains(role) && names.add(role) : names.remove(role);
    if (!changes) {
      throw Fault.conflict(give ? "role-held" : "role-missing", "nothing would change");
    }
    if (names.isEmpty()) {
      throw Fault.conflict("role-last", "nobody is without a role: deactivate the person instead");
    }
    var before = person.trace();
    return ground
        .changeRoles(tx, held, person, names)
        .compose(now -> sql.touch(tx, person.id()).map(now))
        .compose(now -> noteRoles(tx, person, before, now));
  }

  private Future<Void> noteRoles(Tx tx, Person person, Person.Trace before, List<String> now) {
    return chronicle.note(tx, "updated", person, before, new Person.Trace(person.state(), now));
  }

  private Future<Void> move(Tx tx, Person person, State to, String action) {
    var after = new Person.Trace(to, person.roleNames());
    return sql.move(tx, person.id(), to, clock.instant())
        .compose(moved -> chronicle.note(tx, action, person, person.trace(), after));
  }

  private Future<Void> shutOut(Tx tx, Person person) {
    return sessions
        .endAll(tx, person.id(), "shut-out", Optional.empty())
        .compose(ended -> tokens.revoke(tx, person.subject(), LINKS));
  }

  private static void require(Person person, State... states) {
    if (!List.of(states).contains(person.state())) {
      throw Fault.conflict(
          "person-state", "this cannot be done to somebody who is " + person.state().tag());
    }
  }

  private static Future<Void> none() {
    return Future.succeededFuture();
  }
}
