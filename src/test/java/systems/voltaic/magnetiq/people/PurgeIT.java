package systems.voltaic.magnetiq.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.testkit.Sql;

/** Deleted people are forgotten: in time, or by who means them. */
class PurgeIT {

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
    admin = room.person("adam", "admin");
    editor = room.person("edda", "editor");
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
  void sparesWhoIsBroughtBackWhileItLooks() throws SQLException {
    perform(admin, editor, Act.DELETE);
    room.clock.advance(Duration.ofDays(31));
    Future<Void> purging;
    try (var other = Sql.open(room.url)) {
      other.setAutoCommit(false);
      other
          .createStatement()
          .execute("UPDATE person SET state = 'active' WHERE id = '%s'".formatted(editor));
      purging = room.purge.purgeOverdue(Caller.system("test"));
      room.awaitWaiting();
      other.commit();
    }
    purging.await();

    assertThat(room.state(editor)).isEqualTo("active");
    assertThat(room.audited()).doesNotContain("people.purged");
  }

  private Person perform(UUID by, UUID on, Act act) {
    return room.acts.perform(room.as(by), on, act).await();
  }

  private void purge(String email) {
    room.purge.purge(room.as(admin), editor, email).await();
  }

  private static void assertFault(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.code()).isEqualTo(code));
  }
}
