package systems.voltaic.magnetiq.people;

import java.util.Collection;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Identity;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.people.session.Rights;

/**
 * What somebody may do to other people and to roles: never more than he is and has himself. Owners
 * manage each other, since nobody stands above them.
 */
record Authority(UUID person, int rank, Caller caller) {

  static Authority of(Caller caller) {
    Identity who = caller.person().orElseThrow(Authority::nobody);
    return new Authority(who.person(), who.rank(), caller);
  }

  boolean manages(Person other) {
    return !other.id().equals(person) && isAbove(other.rank());
  }

  /** Whether this role may be given, and made. */
  boolean gives(int roleRank, Collection<String> permissions) {
    return isAbove(roleRank) && permissions.stream().allMatch(caller::may);
  }

  boolean isAbove(int other) {
    return other < rank || rank == Rights.HIGHEST;
  }

  void requireManaging(Person other) {
    if (other.id().equals(person)) {
      throw Fault.of(
          Fault.Kind.FORBIDDEN, "self", "nobody manages himself: change your profile instead");
    }
    if (!manages(other)) {
      throw Fault.of(Fault.Kind.FORBIDDEN, "rank", "this person's role is not below your own");
    }
  }

  void requireGiving(Role role) {
    if (!gives(role.rank(), role.permissions())) {
      throw Fault.of(
          Fault.Kind.FORBIDDEN,
          "role-beyond",
          "the role " + role.name() + " may do more than you: it is not yours to give");
    }
  }

  static Fault nobody() {
    return Fault.of(Fault.Kind.FORBIDDEN, "forbidden", "only a person may do this");
  }
}
