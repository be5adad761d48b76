package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.people.session.RecentProof;
import systems.voltaic.magnetiq.people.session.Rights;
import systems.voltaic.magnetiq.people.session.Sessions;

/** What every act on people stands on: their rows held, and the roles that are to be given. */
final class Ground {

  private final PersonSql sql = new PersonSql();
  private final Rights rights;
  private final RoleSql roles;
  private final Sessions sessions;
  private final RecentProof proof;

  Ground(Rights rights, Sessions sessions, RecentProof proof) {
    this.rights = rights;
    this.roles = new RoleSql(rights);
    this.sessions = sessions;
    this.proof = proof;
  }

  RoleSql roles() {
    return roles;
  }

  /** The actor's rank is read again: it may have changed since the call came in. */
  Future<Held> hold(Tx tx, List<UUID> ids) {
    UUID actor = Authority.of(tx.caller()).person();
    List<UUID> all = Stream.concat(Stream.of(actor), ids.stream()).distinct().toList();
    return sql.lock(tx, all).map(people -> held(tx.caller(), actor, people));
  }

  private static Held held(Caller caller, UUID id, Map<UUID, Person> people) {
    Person actor = PersonSql.required(people, id);
    if (actor.state() != Person.State.ACTIVE) {
      throw Authority.nobody();
    }
    return new Held(new Authority(id, actor.rank(), caller), actor, people);
  }

  /** Of who acts, a moment ago: somebody else may sit at an open page, or hold its token. */
  void requireProof(Tx tx) {
    proof.require(tx.caller());
  }

  /** The same, where somebody would get what is an admin's. */
  void requireProof(Tx tx, int rank, List<String> permissions) {
    if (rights.weighs(rank, permissions)) {
      requireProof(tx);
    }
  }

  /** Roles by name, each of which the actor may give. */
  Future<List<Role>> givable(Tx tx, Authority authority, List<String> names) {
    return named(tx, names).map(found -> allowed(tx, authority, found));
  }

  private List<Role> allowed(Tx tx, Authority authority, List<Role> roles) {
    roles.forEach(authority::requireGiving);
    roles.forEach(role -> requireProof(tx, role.rank(), role.permissions()));
    return roles;
  }

  /** Answers the names of the roles as they are now; null changes nothing. */
  Future<List<String>> changeRoles(Tx tx, Held held, Person person, List<String> names) {
    if (names == null || isSame(person, names)) {
      return Future.succeededFuture(person.roleNames());
    }
    return named(tx, names)
        .compose(roles -> changeRoles(tx, person, given(tx, held, person, roles)))
        .map(done -> names.stream().distinct().sorted().toList());
  }

  private static boolean isSame(Person person, List<String> names) {
    return Set.copyOf(names).equals(Set.copyOf(person.roleNames()));
  }

  /** What is not new was given by somebody else. */
  private List<Role> given(Tx tx, Held held, Person person, List<Role> roles) {
    allowed(tx, held.authority(), roles.stream().filter(role -> isNew(person, role)).toList());
    return roles;
  }

  /** Who may do more than before signs in again, for a session of another name. */
  private Future<Void> changeRoles(Tx tx, Person person, List<Role> roles) {
    boolean rises = roles.stream().anyMatch(role -> isNew(person, role));
    return sql.setRoles(tx, person.id(), roles.stream().map(Role::id).toList())
        .compose(set -> rises ? signOut(tx, person) : sessions.rightsChanged(tx));
  }

  private static boolean isNew(Person person, Role role) {
    return !person.roleNames().contains(role.name());
  }

  private Future<Void> signOut(Tx tx, Person person) {
    return sessions.endAll(tx, person.id(), "roles-changed", Optional.empty()).mapEmpty();
  }

  private Future<List<Role>> named(Tx tx, List<String> names) {
    return roles.byNames(tx, names).map(found -> complete(names, found));
  }

  private static List<Role> complete(List<String> names, List<Role> found) {
    if (found.size() < names.stream().distinct().count()) {
      throw Wrong.field("/roles", "role-unknown", "names a role that does not exist");
    }
    return found;
  }
}
