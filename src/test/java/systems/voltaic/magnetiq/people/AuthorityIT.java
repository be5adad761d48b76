package systems.voltaic.magnetiq.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.testkit.Sql;

/** Nobody does more to others than a role of that rank allows, and one owner always stays. */
class AuthorityIT {

  private static PeopleRoom room;
  private UUID owner;
  private UUID admin;
  private UUID editor;

  @BeforeAll
  static void open() {
    room = new PeopleRoom();
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @BeforeEach
  void meet() {
    Sql.run(room.url, "DELETE FROM person");
    room.letters.clear();
    room.told.clear();
    owner = room.person("olga", "super_admin");
    admin = room.person("adam", "admin");
    editor = room.person("edda", "editor");
  }

  @Test
  void nobodyManagesAnEqualOrHigherRank() {
    UUID other = room.person("ada", "admin");
    for (Act act : List.of(Act.DEACTIVATE, Act.DELETE)) {
      assertFault("rank", () -> perform(admin, other, act));
      assertFault("rank", () -> perform(admin, owner, act));
    }
    assertFault("rank", () -> room.acts.signOut(room.as(admin), other).await());
    assertFault("rank", () -> room.acts.resetFactors(room.as(admin), owner).await());
    assertFault("rank", () -> update(admin, other, patch("admin")));
    assertThat(room.state(other)).isEqualTo("active");
    assertThat(perform(admin, editor, Act.DEACTIVATE).state()).isEqualTo(Person.State.DEACTIVATED);
  }

  @Test
  void ownersManageEachOther() {
    UUID second = room.person("otto", "super_admin");

    assertThat(perform(owner, second, Act.DELETE).state()).isEqualTo(Person.State.DELETED);
  }

  @Test
  void nobodyManagesHimself() {
    for (Act act : List.of(Act.DEACTIVATE, Act.DELETE)) {
      assertFault("self", () -> perform(owner, owner, act));
    }
    assertFault("self", () -> update(owner, owner, patch("viewer")));
    assertFault("self", () -> update(admin, admin, patch("editor")));
  }

  @Test
  void nobodyGivesMoreThanHeHas() {
    assertFault("role-beyond", () -> update(admin, editor, patch("admin")));
    assertFault("role-beyond", () -> update(admin, editor, patch("super_admin")));
    assertFault("role-beyond", () -> invite(room.as(admin), "new@example.com", "admin"));
    room.roles
        .create(
            room.as(owner), new Role.Draft("exporter", title(), 15, List.of("audit:export"), false))
        .await();
    assertFault("role-beyond", () -> update(admin, editor, patch("exporter")));
    assertThat(update(owner, editor, patch("exporter")).roleNames()).containsExactly("exporter");
  }

  @Test
  void aKeyGivesNoMoreThanItsScopes() {
    var key = room.caller(admin, 30, java.util.Set.of("people:manage"));

    assertFault("role-beyond", () -> invite(key, "new@example.com", "viewer"));
  }

  @Test
  void whoLostHisRankMeanwhileManagesNobody() {
    Caller before = room.as(admin);
    Sql.run(room.url, "DELETE FROM person_role WHERE person_id = '%s'".formatted(admin));

    assertFault("rank", () -> room.acts.perform(before, editor, Act.DELETE).await());
  }

  @Test
  void ofTwoOwnersWhoRemoveEachOtherOneStays() {
    for (int round = 0; round < 20; round++) {
      UUID one = room.person("one" + round, "super_admin");
      UUID two = room.person("two" + round, "super_admin");
      Caller byOne = room.as(one);
      Caller byTwo = room.as(two);
      var first = room.acts.perform(byOne, two, Act.DELETE);
      var second = room.acts.perform(byTwo, one, Act.DEACTIVATE);

      Future.join(first, second).otherwiseEmpty().await();

      assertThat(List.of(room.state(one), room.state(two))).containsOnlyOnce("active");
    }
  }

  @Test
  void ofManyWhoTakeEachOthersRoleOneOwnerStays() {
    Sql.run(room.url, "UPDATE person SET state = 'deactivated'");
    var owners = List.of("a", "b", "c", "d").stream().map(n -> room.person(n, "super_admin"));
    var all = owners.toList();
    var callers = all.stream().collect(Collectors.toMap(id -> id, room::as));
    var removals =
        all.stream()
            .flatMap(
                by ->
                    all.stream()
                        .filter(on -> !on.equals(by))
                        .map(on -> room.people.update(callers.get(by), on, patch("viewer"), 1)))
            .toList();

    Future.join(removals).otherwiseEmpty().await();

    assertThat(
            room.number(
                "SELECT count(*) FROM person p JOIN person_role m ON m.person_id = p.id JOIN role r"
                    + " ON r.id = m.role_id WHERE p.state = 'active' AND r.rank = 40"))
        .isEqualTo(1);
  }

  @Test
  void aRoleThatSomebodyElseGaveStaysWhenOthersChange() {
    room.roles
        .create(
            room.as(owner), new Role.Draft("auditor", title(), 15, List.of("audit:export"), false))
        .await();
    update(owner, editor, patch("auditor"));

    assertThat(update(admin, editor, patch("auditor", "viewer")).roleNames())
        .containsExactlyInAnyOrder("auditor", "viewer");
  }

  @Test
  void notEvenAnOwnerIsShownAsHisOwnManager() {
    UUID second = room.person("otto", "super_admin");

    assertThat(room.people.byId(room.as(owner), second).await().mayManage()).isTrue();
    assertThat(room.people.byId(room.as(owner), owner).await().mayManage()).isFalse();
  }

  private Person perform(UUID by, UUID on, Act act) {
    return room.acts.perform(room.as(by), on, act).await();
  }

  private Person update(UUID by, UUID on, Person.Patch patch) {
    long seen = room.number("SELECT version FROM person WHERE id = '%s'".formatted(on));
    return room.people.update(room.as(by), on, patch, seen).await();
  }

  private static Person.Patch patch(String... roles) {
    return new Person.Patch(null, null, null, List.of(roles));
  }

  private static Person invite(Caller by, String email, String role) {
    var draft = new Person.Draft(email, "Nora New", Language.EN, null, List.of(role));
    return room.people.invite(by, draft).await();
  }

  private static Localized title() {
    return new Localized("Title", null);
  }

  private static void assertFault(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.code()).isEqualTo(code));
  }
}
