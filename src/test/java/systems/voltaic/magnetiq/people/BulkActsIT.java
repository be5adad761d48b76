package systems.voltaic.magnetiq.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.sql.SQLException;
import java.util.List;
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

/** The same done to many: each is judged alone. */
class BulkActsIT {

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
  void judgesEachAloneWhereAnAddressIsTakenMeanwhile() throws SQLException {
    UUID second = room.person("second", "editor");
    room.acts.performAll(room.as(admin), order(Act.DELETE, editor, second)).await();
    Future<Act.Outcome> restoring;
    try (var other = Sql.open(room.url)) {
      other.setAutoCommit(false);
      other
          .createStatement()
          .execute(
              "INSERT INTO person (id, email, email_key, name, state) SELECT gen_random_uuid(),"
                  + " email, email_key, 'Heir', 'active' FROM person WHERE id = '%s'"
                      .formatted(editor));
      restoring = room.acts.performAll(room.as(admin), order(Act.RESTORE, editor, second));
      room.awaitWaiting();
      other.commit();
    }
    var outcome = restoring.await();

    assertThat(outcome.done()).containsExactly(second);
    assertThat(outcome.refused()).extracting(Act.Refused::code).containsExactly("email-taken");
    assertThat(room.state(second)).isEqualTo("deactivated");
    assertThat(room.state(editor)).isEqualTo("deleted");
  }

  @Test
  void signsNobodyOutForWhoMayNotManageSessions() {
    Sql.run(
        room.url,
        "INSERT INTO role (id, name, title, rank, permissions) VALUES (gen_random_uuid(),"
            + " 'personnel', '{\"en\": \"Personnel\"}', 25, '{people:read,people:manage}')"
            + " ON CONFLICT DO NOTHING");
    UUID pia = room.person("pia", "personnel");
    room.session(editor);

    assertFault(
        "forbidden", () -> room.acts.performAll(room.as(pia), order(Act.SIGN_OUT, editor)).await());
    assertThat(room.liveSessions(editor)).isOne();
    assertThat(room.acts.performAll(room.as(admin), order(Act.SIGN_OUT, editor)).await().done())
        .containsExactly(editor);
  }

  @Test
  void doesNothingToAnybodyWhereItCannotGoOn() {
    room.away = true;
    try {
      assertFault(
          "away",
          () -> room.acts.performAll(room.as(admin), order(Act.DEACTIVATE, editor)).await());
    } finally {
      room.away = false;
    }
    assertThat(room.state(editor)).isEqualTo("active");
  }

  private static Act.Order order(Act act, UUID... ids) {
    return new Act.Order(List.of(ids), act, null);
  }

  private String code(Act.Order order) {
    return room.acts.performAll(room.as(admin), order).await().refused().get(0).code();
  }

  private static void assertFault(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.code()).isEqualTo(code));
  }
}
