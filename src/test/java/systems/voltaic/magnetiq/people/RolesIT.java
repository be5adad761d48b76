package systems.voltaic.magnetiq.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.fault.Fault;

/** Making roles, within what one is oneself. */
class RolesIT {

  private static PeopleRoom room;
  private static Caller owner;
  private static Caller chief;

  @BeforeAll
  static void open() {
    room = new PeopleRoom();
    owner = room.as(room.person("olga", "super_admin"));
    room.roles.create(owner, draft("chief", 20, "roles:manage", "people:read")).await();
    chief = room.as(room.person("carl", "chief"));
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @Test
  void aRoleStandsBelowItsMakerAndHoldsNoMoreThanHisRights() {
    assertFault("role-beyond", () -> create(chief, draft("equal", 20, "people:read")));
    assertFault("role-beyond", () -> create(chief, draft("higher", 30)));
    assertFault("role-beyond", () -> create(chief, draft("wider", 5, "audit:read")));
    assertThat(create(chief, draft("below", 19, "people:read")).permissions())
        .containsExactly("people:read");
  }

  @Test
  void aRoleIsWidenedOnlyByWhatTheCallerHas() {
    Role role = create(owner, draft("mixed", 5, "audit:read"));
    var wider = new Role.Patch(null, null, null, List.of("audit:read", "jobs:read"), null);
    var higher = new Role.Patch(null, null, 20, null, null);
    var narrower = new Role.Patch(null, null, null, List.of("people:read"), null);

    assertFault("role-beyond", () -> update(chief, role, wider));
    assertFault("role-beyond", () -> update(chief, role, higher));
    assertThat(update(chief, role, narrower).permissions()).containsExactly("people:read");
    Role high = create(owner, draft("high", 25));
    assertFault("rank", () -> update(chief, high, narrower));
    assertFault("rank", () -> room.roles.delete(chief, high.id(), 1).await());
  }

  @Test
  void everybodyNoticesAChangedRole() {
    Role role = create(owner, draft("changing", 5));
    int version = room.number("SELECT version FROM access_version");

    update(owner, role, new Role.Patch(null, null, null, null, true));

    assertThat(room.number("SELECT version FROM access_version")).isGreaterThan(version);
  }

  @Test
  void whoMayDoMoreByAChangedRoleSignsInAgain() {
    Role role = create(owner, new Role.Draft("grown", title(), 5, List.of(), true));
    UUID holder = room.person("greta", "grown");
    UUID other = room.person("otto", "viewer");
    room.session(other);
    var rises =
        List.of(
            new Role.Patch(null, null, null, List.of("content:read"), null),
            new Role.Patch(null, null, 6, null, null),
            new Role.Patch(null, null, null, null, false));
    for (var rise : rises) {
      room.session(holder);
      role = update(owner, role, rise);
      assertThat(room.liveSessions(holder)).as(rise.toString()).isZero();
    }
    room.session(holder);
    update(owner, role, new Role.Patch("shrunk", null, 5, List.of(), true));

    assertThat(room.liveSessions(holder)).isOne();
    assertThat(room.liveSessions(other)).isOne();
  }

  @Test
  void whoWidensARoleOfHisOwnGoesOn() {
    UUID boss = room.person("boss", "super_admin");
    Role role = create(owner, draft("worn_by_boss", 5));
    room.give(boss, "worn_by_boss");
    UUID session = room.session(boss);
    room.session(boss);

    update(room.as(boss, session), role, new Role.Patch(null, null, 6, null, null));

    assertThat(room.liveSessions(boss)).isOne();
  }

  @Test
  void builtInRolesAreFixed() {
    for (Role role : room.roles.list(owner).await().stream().filter(Role::builtIn).toList()) {
      var patch = new Role.Patch("renamed", null, null, null, null);
      assertFault("role-built-in", () -> update(owner, role, patch));
      assertFault("role-built-in", () -> room.roles.delete(owner, role.id(), 1).await());
    }
  }

  @Test
  void namesAreTakenOnce() {
    create(owner, draft("once", 5));
    assertFault("role-taken", () -> create(owner, draft("once", 6)));
    Role other = create(owner, draft("other", 5));
    var patch = new Role.Patch("once", null, null, null, null);
    assertFault("role-taken", () -> update(owner, other, patch));
  }

  @Test
  void aRoleThatSomebodyHasStays() {
    Role role = create(owner, draft("worn", 5));
    UUID person = room.person("wanda", "worn");

    assertFault("role-used", () -> room.roles.delete(owner, role.id(), 1).await());
    room.people
        .update(owner, person, new Person.Patch(null, null, null, List.of("viewer")), 1)
        .await();
    room.roles.delete(owner, role.id(), 1).await();
    assertThat(room.number("SELECT count(*) FROM role WHERE name = 'worn'")).isZero();
  }

  @Test
  void refusesWhatNobodyMayAndWhoSawAnOlderVersion() {
    assertFault("person-rules", () -> create(owner, draft("unknown", 5, "no:such")));
    assertFault("person-rules", () -> create(owner, draft("selfish", 5, "self")));
    Role role = create(owner, draft("seen", 5));
    var patch = new Role.Patch(null, new Localized("Other", null), null, null, null);
    update(owner, role, patch);
    assertFault("stale", () -> update(owner, role, patch));
  }

  @Test
  void namesEveryPermissionWithTheLowestRoleThatHasIt() {
    assertThat(room.roles.permissions())
        .contains(
            new Roles.Permission("content:read", "viewer", "content"),
            new Roles.Permission("roles:manage", "super_admin", "roles"))
        .hasSameSizeAs(room.rights.all());
  }

  private static Role create(Caller by, Role.Draft draft) {
    return room.roles.create(by, draft).await();
  }

  private static Role update(Caller by, Role role, Role.Patch patch) {
    return room.roles.update(by, role.id(), patch, role.version()).await();
  }

  private static Role.Draft draft(String name, int rank, String... permissions) {
    return new Role.Draft(name, title(), rank, List.of(permissions), false);
  }

  private static Localized title() {
    return new Localized("Title", null);
  }

  private static void assertFault(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.code()).isEqualTo(code));
  }
}
