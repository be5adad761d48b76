package systems.voltaic.magnetiq.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** What follows when somebody is let in or out. */
class PersonActsIT {

  /** All that a link or a ticket may be good for. */
  private static final List<String> PURPOSES =
      List.of("invite", "setup", "reset", "email", "unlock", "factor", "passkey", "sso", "ws");

  private static PeopleRoom room;
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
    admin = room.person("adam", "admin");
    editor = room.person("edda", "editor");
  }

  @Test
  void whoIsShutOutLosesSessionsAndLinks() {
    for (Act act : List.of(Act.DEACTIVATE, Act.DELETE)) {
      UUID person = room.person("sam" + act.name().charAt(2), "editor");
      room.session(person);
      PURPOSES.forEach(purpose -> link(person, purpose));
      int version = version();

      perform(admin, person, act);

      assertThat(room.liveSessions(person)).isZero();
      assertThat(version()).isGreaterThan(version);
      String left = "SELECT purpose FROM token WHERE subject = 'person:%s'";
      assertThat(Sql.column(room.url, left.formatted(person))).isEmpty();
    }
  }

  private static void link(UUID person, String purpose) {
    room.db
        .transaction(
            Caller.system("test"),
            tx -> room.tokens.issue(tx, purpose, "person:" + person, Map.of(), Duration.ofHours(1)))
        .await();
  }

  @Test
  void aChangeOfRolesIsNoticedAndARiseEndsSessions() {
    room.session(editor);
    int version = version();
    update(admin, editor, patch("editor", "viewer"));
    assertThat(version()).isGreaterThan(version);
    assertThat(room.liveSessions(editor)).isZero();

    room.session(editor);
    int later = version();
    update(admin, editor, patch("viewer"));
    assertThat(version()).isGreaterThan(later);
    assertThat(room.liveSessions(editor)).isOne();
  }

  @Test
  void aDeletedAddressIsFreeAndARestoreWantsItBack() {
    perform(admin, editor, Act.DELETE);
    var heir = invite(room.as(admin), "Edda@Example.com", "viewer");

    assertFault("email-taken", () -> perform(admin, editor, Act.RESTORE));
    room.acts.perform(room.as(admin), heir.id(), Act.DELETE).await();
    assertThat(perform(admin, editor, Act.RESTORE).state()).isEqualTo(Person.State.DEACTIVATED);
    assertThat(perform(admin, editor, Act.ACTIVATE).state()).isEqualTo(Person.State.ACTIVE);
  }

  @Test
  void whoNeverAcceptedIsInvitedAgainByBeingActivated() {
    var invited = invite(room.as(admin), "new@example.com", "viewer");
    perform(admin, invited.id(), Act.DEACTIVATE);
    assertThat(room.number("SELECT count(*) FROM token")).isZero();

    assertThat(perform(admin, invited.id(), Act.ACTIVATE).state()).isEqualTo(Person.State.INVITED);
  }

  @Test
  void refusesWhatTheStateDoesNotAllow() {
    assertFault("person-state", () -> perform(admin, editor, Act.ACTIVATE));
    assertFault("person-state", () -> perform(admin, editor, Act.RESTORE));
    perform(admin, editor, Act.DELETE);
    assertFault("person-state", () -> perform(admin, editor, Act.DEACTIVATE));
    assertFault("person-state", () -> perform(admin, editor, Act.DELETE));
  }

  @Test
  void refusesWhoSawAnOlderVersion() {
    update(admin, editor, patch("viewer"));

    assertThatThrownBy(
            () -> room.acts.perform(room.as(admin), editor, Act.DELETE, Optional.of(1L)).await())
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.STALE));
  }

  @Test
  void theAuditAndPartnersLearnNothingPersonal() {
    var invited = invite(room.as(admin), "canary@example.com", "viewer");
    update(admin, editor, new Person.Patch("Canary Name", Language.DE, "Asia/Tokyo", null));
    perform(admin, invited.id(), Act.DEACTIVATE);
    perform(admin, invited.id(), Act.DELETE);
    room.purge.purge(room.as(admin), invited.id(), "canary@example.com").await();

    assertThat(room.audited())
        .contains("people.invited", "people.updated", "people.deactivated", "people.deleted")
        .contains("people.purged", "\"name\"", "\"zone\"")
        .doesNotContainIgnoringCase("canary")
        .doesNotContain("Tokyo");
    String id = "{\"id\":\"" + invited.id() + "\"}";
    assertThat(room.told)
        .containsExactly(
            new PeopleRoom.Told("person.invited", id),
            new PeopleRoom.Told("person.deactivated", id),
            new PeopleRoom.Told("person.deleted", id));
  }

  private int version() {
    return room.number("SELECT version FROM access_version");
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

  private static void assertFault(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.code()).isEqualTo(code));
  }
}
