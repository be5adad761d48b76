package systems.voltaic.magnetiq.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.testkit.Sql;

/** Who holds an owner's token, and cannot prove to be the owner, makes no other one. */
class ProvenActsIT {

  private static PeopleRoom room;
  private Caller early;
  private Caller owner;
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
    Sql.run(room.url, "DELETE FROM role WHERE NOT built_in");
    editor = room.person("edda", "editor");
    UUID olga = room.person("olga", "super_admin");
    early = room.as(olga);
    room.clock.advance(Duration.ofMinutes(6));
    owner = room.as(olga);
  }

  @Test
  void nobodyIsMadeAnAdminWithoutOne() {
    for (String role : List.of("admin", "super_admin")) {
      assertUnproven(() -> invite(early, role));
      assertUnproven(() -> update(early, role));
      assertUnproven(() -> add(early, role, editor));
    }
    assertThat(invite(early, "editor").roleNames()).containsExactly("editor");
    assertThat(update(early, "viewer").roleNames()).containsExactly("viewer");
    assertThat(add(early, "editor", editor).done()).containsExactly(editor);
    assertThat(update(owner, "admin").roleNames()).containsExactly("admin");
    assertThat(update(early, "admin", "viewer").roleNames()).contains("admin");
  }

  @Test
  void whatNobodyMayIsNotMadeADemandForOne() {
    Caller admin = room.as(room.person("adam", "admin"));
    room.clock.advance(Duration.ofMinutes(6));

    assertFault("role-beyond", () -> invite(admin, "super_admin"));
  }

  @Test
  void aRoleOfAnotherNameIsNoWayAround() {
    var low = draft("low", 5, true, "content:read");
    var high = draft("high", 30, true, "content:read");
    var wide = draft("wide", 5, true, "content:read", "people:manage");

    assertUnproven(() -> room.roles.create(early, high).await());
    assertUnproven(() -> room.roles.create(early, wide).await());
    Role made = room.roles.create(early, low).await();
    assertUnproven(() -> change(early, made, high));
    assertUnproven(() -> change(early, made, wide));
    Role wider = change(owner, made, wide);
    assertUnproven(() -> update(early, "wide"));
    assertUnproven(() -> change(early, wider, draft("wide", 5, false, "people:manage")));
    assertThat(change(early, wider, low).permissions()).containsExactly("content:read");
  }

  @Test
  void nobodysFactorsGoWithoutOne() {
    assertUnproven(() -> room.acts.resetFactors(early, editor).await());

    assertThat(room.acts.resetFactors(owner, editor).await().id()).isEqualTo(editor);
  }

  @Test
  void nobodyIsForgottenWithoutOne() {
    room.acts.perform(early, editor, Act.DELETE).await();

    assertUnproven(() -> room.purge.purge(early, editor, "edda@example.com").await());
    room.purge.purge(owner, editor, "edda@example.com").await();
  }

  private static Person invite(Caller by, String role) {
    var draft = new Person.Draft("new@example.com", "Nora New", Language.EN, null, List.of(role));
    return room.people.invite(by, draft).await();
  }

  private Person update(Caller by, String... roles) {
    long seen = room.number("SELECT version FROM person WHERE id = '%s'".formatted(editor));
    var patch = new Person.Patch(null, null, null, List.of(roles));
    return room.people.update(by, editor, patch, seen).await();
  }

  private static Act.Outcome add(Caller by, String role, UUID person) {
    return room.acts.performAll(by, new Act.Order(List.of(person), Act.ADD_ROLE, role)).await();
  }

  private static Role change(Caller by, Role role, Role.Draft to) {
    var patch =
        new Role.Patch(to.name(), to.title(), to.rank(), to.permissions(), to.secondFactor());
    return room.roles.update(by, role.id(), patch, role.version()).await();
  }

  private static Role.Draft draft(
      String name, int rank, boolean secondFactor, String... permissions) {
    var title = new Localized("Title", null);
    return new Role.Draft(name, title, rank, List.copyOf(Set.of(permissions)), secondFactor);
  }

  private static void assertUnproven(ThrowingCallable call) {
    assertFault("reauthenticate", call);
  }

  private static void assertFault(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.code()).isEqualTo(code));
  }
}
