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
import systems.voltaic.magnetiq.people.session.Rights;
import systems.voltaic.magnetiq.people.session.Sessions;

/** What every act on people stands on: their rows held, and the roles that are to be given. */
final class Ground {

  private final PersonSql sql = new PersonSql();
  private final RoleSql roles;
  private final Sessions sessions;

  Ground(Rights rights, Sessions sessions) {
    this.roles = new RoleSql(rights);
    this.sessions = sessions;
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

  /** Roles by name, each of which the actor may give. */
  Future<List<Role>> givable(Tx tx, Authority authority, List<String> names) {
    return named(tx, names).map(found -> givable(authority, found));
  }

  private static List<Role> givable(Authority authority, List<Role> roles) {
    roles.forEach(authority::requireGiving);
    return roles;
  }

  /** Answers the names of the roles as they are now; null changes nothing. */
  Future<List<String>> changeRoles(Tx tx, Held held, Person person, List<String> names) {
    if (names == null || isSame(person, names)) {
      return Future.succeededFuture(person.roleNames());
    }
    return named(tx, names)
        .compose(roles -> changeRoles(tx, person, given(held, person, roles)))
        .map(done -> names.stream().distinct().sorted().toList());
  }

  private static boolean isSame(Person person, List<String> names) {
    return Set.copyOf(names).equals(Set.copyOf(person.roleNames()));
  }

  /** What is not new was given by somebody else. */
  private static List<Role> given(Held held, Person person, List<Role> roles) {
    givable(held.authority(), roles.stream().filter(role -> isNew(person, role)).toList());
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
