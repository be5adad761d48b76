package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Page;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.people.login.EmailAddress;
import systems.voltaic.magnetiq.people.login.Invitations;
import systems.voltaic.magnetiq.people.login.PersonName;

/** Who works here: finding people, asking them in, and what is known of them. */
final class People {

  private final Db db;
  private final Supplier<UUID> ids;
  private final Ground ground;
  private final Chronicle chronicle;
  private final Invitations invitations;
  private final PersonSql sql = new PersonSql();
  private final PersonListSql lists = new PersonListSql();
  private final StatisticsSql statistics = new StatisticsSql();

  People(Db db, Supplier<UUID> ids, Ground ground, Chronicle chronicle, Invitations invitations) {
    this.db = db;
    this.ids = ids;
    this.ground = ground;
    this.chronicle = chronicle;
    this.invitations = invitations;
  }

  /** Which people are asked for, in the words of the contract. */
  record Query(Optional<Person.State> state, Optional<String> role, Optional<String> q) {

    /** What it was filtered by; what was typed may be a name. */
    List<String> names() {
      return Stream.of(state.map(s -> "state"), role.map(r -> "role"), q.map(words -> "q"))
          .flatMap(Optional::stream)
          .toList();
    }
  }

  Future<Page<Person>> list(Caller caller, Query query, PersonOrder order, Paging paging) {
    var session = db.reads(caller);
    return filter(session, query)
        .compose(
            filter ->
                filter.isPresent()
                    ? page(session, filter.get(), order, paging)
                    : Future.succeededFuture(new Page<Person>(List.of(), null, 0)))
        .map(page -> seen(page, Authority.of(caller)));
  }

  private Future<Page<Person>> page(
      Session session, PersonFilter filter, PersonOrder order, Paging paging) {
    return lists
        .page(session, filter, order, paging)
        .compose(found -> known(session, paging, found))
        .compose(
            found -> lists.count(session, filter).map(all -> paging.page(found, all, Person::id)));
  }

  /** After somebody who was purged meanwhile there is no telling who comes next. */
  private Future<List<Person>> known(Session session, Paging paging, List<Person> found) {
    if (!found.isEmpty() || paging.after().isEmpty()) {
      return Future.succeededFuture(found);
    }
    return lists.exists(session, paging.after().get()).map(exists -> exists ? found : lost());
  }

  private static List<Person> lost() {
    var detail = new Fault.Detail("/query/cursor", "cursor", "not a nextCursor of this list");
    throw Fault.invalid("invalid", "the cursor is not one of this list", List.of(detail));
  }

  /** Empty when nobody can be meant. */
  Future<Optional<PersonFilter>> filter(Session session, Query query) {
    var words = query.q().map(PersonFilter::words);
    if (words.filter(String::isEmpty).isPresent()) {
      return Future.succeededFuture(Optional.empty());
    }
    if (query.role().isEmpty()) {
      var filter = new PersonFilter(query.state(), Optional.empty(), words);
      return Future.succeededFuture(Optional.of(filter));
    }
    return ground
        .roles()
        .find(session, query.role().get())
        .map(role -> role.map(one -> new PersonFilter(query.state(), Optional.of(one), words)));
  }

  private static Page<Person> seen(Page<Person> page, Authority authority) {
    var items = page.items().stream().map(person -> person.seenBy(authority)).toList();
    return new Page<>(items, page.nextCursor(), page.total());
  }

  Future<Person> byId(Caller caller, UUID id) {
    return sql.byId(db.reads(caller), id).map(person -> person.seenBy(Authority.of(caller)));
  }

  /** In a transaction: it looks at everybody, which the lane of short reads must not wait for. */
  Future<Statistics> statistics(Caller caller) {
    return db.transaction(caller, statistics::read);
  }

  /** It is noted before anything leaves. */
  Future<Export> export(Caller caller, Query query, boolean csv) {
    var session = db.reads(caller);
    var what = Map.of("format", csv ? "csv" : "jsonl", "filters", query.names());
    return db.transaction(caller, tx -> chronicle.noteAll(tx, "exported", what))
        .compose(noted -> filter(session, query))
        .map(filter -> new Export(session, filter, csv));
  }

  Future<Person> invite(Caller caller, Person.Draft draft) {
    var email = EmailAddress.of(draft.email());
    String name = PersonName.of(draft.name());
    Wrong.zone(draft.zoneOrDefault());
    return db.transaction(
        caller,
        tx -> ground.hold(tx, List.of()).compose(held -> invite(tx, held, email, name, draft)));
  }

  private Future<Person> invite(
      Tx tx, Held held, EmailAddress email, String name, Person.Draft draft) {
    UUID id = ids.get();
    return ground
        .givable(tx, held.authority(), draft.roles())
        .compose(roles -> insert(tx, id, email, name, draft, roles))
        .compose(done -> sql.byId(tx, id))
        .compose(person -> ask(tx, held, person).map(person.seenBy(held.authority())));
  }

  private Future<Void> insert(
      Tx tx, UUID id, EmailAddress email, String name, Person.Draft draft, List<Role> roles) {
    return sql.insert(tx, id, email, draft, name)
        .compose(added -> sql.setRoles(tx, id, roles.stream().map(Role::id).toList()));
  }

  private Future<Void> ask(Tx tx, Held held, Person person) {
    return invitations
        .invite(
            tx, person.id(), person.email(), person.name(), person.language(), held.actor().name())
        .compose(sent -> chronicle.note(tx, "invited", person, null, person.trace()))
        .compose(noted -> chronicle.tell(tx, "invited", person.id()));
  }

  /** The earlier link is worth nothing from now on. */
  Future<Void> reinvite(Caller caller, UUID id) {
    return db.transaction(
        caller,
        tx -> ground.hold(tx, List.of(id)).compose(held -> ask(tx, held, invited(held, id))));
  }

  private static Person invited(Held held, UUID id) {
    Person person = held.managed(id);
    if (person.state() != Person.State.INVITED) {
      throw Fault.conflict("not-invited", "this person does not wait for an invitation");
    }
    return person;
  }

  Future<Person> update(Caller caller, UUID id, Person.Patch patch, long seen) {
    return db.transaction(
            caller,
            tx ->
                ground
                    .hold(tx, List.of(id))
                    .compose(held -> update(tx, held, current(held, id, seen), patch))
                    .compose(done -> sql.byId(tx, id)))
        .map(person -> person.seenBy(Authority.of(caller)));
  }

  static Person current(Held held, UUID id, long seen) {
    Person person = held.managed(id);
    if (person.version() != seen) {
      throw Fault.stale(seen, person.version());
    }
    return person;
  }

  private Future<Void> update(Tx tx, Held held, Person before, Person.Patch patch) {
    var change = Change.of(before, patch.name(), patch.language(), patch.zone());
    return sql.update(tx, before.id(), change.name(), change.language(), change.zone())
        .compose(done -> ground.changeRoles(tx, held, before, patch.roles()))
        .compose(
            roles ->
                chronicle.note(
                    tx,
                    "updated",
                    before,
                    Map.of("roles", before.roleNames()),
                    Map.of("roles", roles, "changed", change.fields())));
  }
}
