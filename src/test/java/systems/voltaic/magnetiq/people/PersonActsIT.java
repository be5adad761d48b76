package systems.voltaic.magnetiq.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
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

/** Who may let whom in and out, and what follows. */
class PersonActsIT {

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
      var first = room.acts.perform(room.as(one), two, Act.DELETE);
      var second = room.acts.perform(room.as(two), one, Act.DEACTIVATE);

      Future.join(first, second).otherwiseEmpty().await();

      assertThat(List.of(room.state(one), room.state(two))).containsOnlyOnce("active");
    }
  }

  @Test
  void ofManyWhoTakeEachOthersRoleOneOwnerStays() {
    Sql.run(room.url, "UPDATE person SET state = 'deactivated'");
    var owners = List.of("a", "b", "c", "d").stream().map(n -> room.person(n, "super_admin"));
    var all = owners.toList();
    var removals =
        all.stream()
            .flatMap(
                by ->
                    all.stream()
                        .filter(on -> !on.equals(by))
                        .map(on -> room.people.update(room.as(by), on, patch("viewer"), 1)))
            .toList();

    Future.join(removals).otherwiseEmpty().await();

    assertThat(
            room.number(
                "SELECT count(*) FROM person p JOIN person_role m ON m.person_id = p.id JOIN role r"
                    + " ON r.id = m.role_id WHERE p.state = 'active' AND r.rank = 40"))
        .isEqualTo(1);
  }

  @Test
  void whoIsShutOutLosesSessionsAndLinks() {
    for (Act act : List.of(Act.DEACTIVATE, Act.DELETE)) {
      UUID person = room.person("sam" + act.name().charAt(2), "editor");
      room.session(person);
      int version = version();
      room.db
          .transaction(
              Caller.system("test"),
              tx ->
                  room.tokens.issue(
                      tx, "reset", "person:" + person, java.util.Map.of(), Duration.ofHours(1)))
          .await();

      perform(admin, person, act);

      assertThat(room.liveSessions(person)).isZero();
      assertThat(version()).isGreaterThan(version);
      assertThat(
              room.number(
                  "SELECT count(*) FROM token WHERE subject = 'person:%s'".formatted(person)))
          .isZero();
    }
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
  void forgetsOnlyTheDeletedAndOnlyByTheirAddress() {
    assertFault("not-deleted", () -> purge("edda@example.com"));
    perform(admin, editor, Act.DELETE);
    assertFault("person-rules", () -> purge("somebody@example.com"));

    purge(" EDDA@example.com ");

    assertThat(room.number("SELECT count(*) FROM person WHERE id = '%s'".formatted(editor)))
        .isZero();
  }

  @Test
  void forgetsByItselfAfterThirtyDays() {
    UUID late = room.person("late", "viewer");
    perform(admin, editor, Act.DELETE);
    room.clock.advance(Duration.ofDays(1));
    perform(admin, late, Act.DELETE);
    room.clock.advance(Duration.ofDays(29).plusMinutes(1));

    room.purge.purgeOverdue(Caller.system("test")).await();

    assertThat(room.number("SELECT count(*) FROM person WHERE state = 'deleted'")).isOne();
    assertThat(room.state(late)).isEqualTo("deleted");
  }

  @Test
  void judgesEachOfManyAlone() {
    UUID second = room.person("second", "editor");
    UUID gone = UUID.randomUUID();
    var order = new Act.Order(List.of(editor, owner, admin, gone, second), Act.DEACTIVATE, null);

    var outcome = room.acts.performAll(room.as(admin), order).await();

    assertThat(outcome.done()).containsExactly(editor, second);
    assertThat(outcome.refused())
        .extracting(Act.Refused::id, Act.Refused::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(owner, "rank"),
            org.assertj.core.groups.Tuple.tuple(admin, "self"),
            org.assertj.core.groups.Tuple.tuple(gone, "not-found"));
    assertThat(room.state(owner)).isEqualTo("active");
  }

  @Test
  void saysInTheLanguageOfWhoAsksWhyItStays() {
    var order = new Act.Order(List.of(owner, admin), Act.DEACTIVATE, null);
    var who = room.as(admin);
    var german =
        new Caller(
            who.actor(),
            who.client(),
            who.requestId(),
            who.operation(),
            Language.DE,
            who.permissions(),
            who.person());

    assertThat(room.acts.performAll(german, order).await().refused())
        .extracting(Act.Refused::message)
        .containsExactly(
            "Sie verwalten nur Personen und Rollen, die unter Ihrer eigenen Rolle stehen.",
            "Niemand verwaltet sich selbst: Ändern Sie stattdessen Ihr Profil.");
  }

  @Test
  void givesAndTakesARoleOfMany() {
    var give = new Act.Order(List.of(editor), Act.ADD_ROLE, "viewer");
    var take = new Act.Order(List.of(editor), Act.REMOVE_ROLE, "editor");
    var beyond = new Act.Order(List.of(editor), Act.ADD_ROLE, "admin");
    var last = new Act.Order(List.of(editor), Act.REMOVE_ROLE, "viewer");

    assertThat(room.acts.performAll(room.as(admin), give).await().done()).containsExactly(editor);
    assertThat(room.acts.performAll(room.as(admin), take).await().done()).containsExactly(editor);
    assertThat(code(beyond)).isEqualTo("role-beyond");
    assertThat(code(give)).isEqualTo("role-held");
    assertThat(code(take)).isEqualTo("role-missing");
    assertThat(code(last)).isEqualTo("role-last");
    assertThat(room.people.byId(room.as(owner), editor).await().roleNames())
        .containsExactly("viewer");
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

  private String code(Act.Order order) {
    return room.acts.performAll(room.as(admin), order).await().refused().get(0).code();
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

  private void purge(String email) {
    room.purge.purge(room.as(admin), editor, email).await();
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
