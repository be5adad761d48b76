package systems.voltaic.magnetiq.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systems.voltaic.magnetiq.bus.Topics;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.Sql;

/** What one instance does with its connections. */
@Punctual
class ConnectionIT {

  private static LiveRoom room;

  @BeforeAll
  static void open() {
    room = new LiveRoom(Databases.fresh());
  }

  @AfterAll
  static void close() {
    room.close();
  }

  private static UUID somebody() {
    return UUID.randomUUID();
  }

  @Test
  void greetsWithWhoIsThereAndTellsOfMoves() {
    UUID ada = somebody();
    OpenPage first = room.open(ada, "self", "people:read");
    first.next("hello", "presence");
    first.here("/admin/people");
    first.next("presence", "/admin/people");

    OpenPage second = room.open(somebody(), "self", "people:read");
    assertThat(second.next("hello", ada.toString()).at("/presence").toString())
        .contains("/admin/people", "Ada");
    first.socket.close().await();
    Eventually.that(
        "the place to be left",
        () -> second.heard.stream().anyMatch(f -> isPresenceWithout(f.toString(), ada)));
  }

  private static boolean isPresenceWithout(String frame, UUID person) {
    return frame.contains("\"presence\"")
        && frame.contains("\"people\"")
        && !frame.contains(person.toString());
  }

  @Test
  void countsOnlyWhatTheGuestMayKnow() {
    OpenPage all = room.open(somebody(), "self", "jobs:read", "mail:read");
    assertThat(all.next("counts", "failed").toString())
        .isEqualTo(
            "{\"type\":\"counts\",\"jobs\":{\"waiting\":1,\"parked\":2},\"mails\":{\"failed\":3}}");
    OpenPage some = room.open(somebody(), "self", "jobs:read");
    assertThat(some.next("counts", "parked").has("mails")).isFalse();
    OpenPage none = room.open(somebody(), "self");
    none.next("hello", "");

    room.tally = new Live.Tally(7, 2, 3);
    all.next("counts", "\"waiting\":7");
    some.next("counts", "\"waiting\":7");
    assertThat(none.heard).noneMatch(frame -> frame.path("type").asText().equals("counts"));
    room.tally = new Live.Tally(1, 2, 3);
  }

  @Test
  void tellsOfChangesToWhoMayReadWhatChanged() {
    OpenPage may = room.open(somebody(), "self", "settings:read");
    OpenPage mayNot = room.open(somebody(), "self");
    may.next("hello", "");
    mayNot.next("hello", "");

    Topics.CHANGED.publish(room.vertx, new Topics.Changed("settings", "company.name"));
    Topics.CHANGED.publish(room.vertx, new Topics.Changed("unheard-of", null));

    assertThat(may.next("changed", "settings").at("/id").asText()).isEqualTo("company.name");
    mayNot.here("/admin");
    mayNot.next("presence", "");
    assertThat(mayNot.heard).noneMatch(frame -> frame.toString().contains("changed"));
    assertThat(may.heard).noneMatch(frame -> frame.toString().contains("unheard-of"));
  }

  @Test
  void endsWithTheSessionWithinASecond() {
    UUID session = somebody();
    OpenPage page = room.open(session, "self");
    page.next("hello", "");
    long begun = System.nanoTime();
    room.sessions.remove(session);

    assertThat(page.next("bye", "session").at("/reason").asText()).isEqualTo("session");
    assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(1));
    assertThat(page.closed()).isEqualTo(Connection.SESSION_OVER);
  }

  @Test
  void losesARightWhileItIsOpen() {
    UUID session = somebody();
    OpenPage page = room.open(session, "self", "settings:read");
    page.next("hello", "");
    room.person(session, "self");
    Topics.CHANGED.publish(room.vertx, new Topics.Changed("settings", "before"));
    page.next("changed", "before");

    Eventually.that(
        "the right to be gone",
        () -> {
          int heard = page.heard.size();
          Topics.CHANGED.publish(room.vertx, new Topics.Changed("settings", "after"));
          page.socket.writePing(Buffer.buffer("x")).await();
          return page.heard.size() == heard;
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "{}",
        "null",
        "{\"type\":\"here\"}",
        "{\"type\":\"there\",\"where\":\"/x\"}",
        "{\"type\":\"here\",\"where\":\"x\"}",
        "{\"type\":\"here\",\"where\":\"//evil.example\\u0000\"}",
        "{\"type\":\"here\",\"where\":\"/<script>\"}",
        "{\"type\":\"here\",\"where\":[\"/x\"]}"
      })
  void endsWhatItDoesNotUnderstand(String text) {
    OpenPage page = room.open(somebody(), "self");
    page.socket.writeTextMessage(text);

    assertThat(page.closed()).isEqualTo(Connection.NOT_UNDERSTOOD);
  }

  @Test
  void endsWhatIsTooBigOrTooMuchOrNoText() {
    OpenPage big = room.open(somebody(), "self");
    big.socket.writeTextMessage("{\"type\":\"here\",\"where\":\"/" + "a".repeat(2000) + "\"}");
    assertThat(big.closed()).isEqualTo(Connection.TOO_BIG);
    OpenPage binary = room.open(somebody(), "self");
    binary.socket.writeBinaryMessage(Buffer.buffer("x"));
    assertThat(binary.closed()).isEqualTo(Connection.NOT_UNDERSTOOD);
    OpenPage much = room.open(somebody(), "self");
    for (int i = 0; i < 200; i++) {
      much.socket.writeTextMessage("{\"type\":\"here\",\"where\":\"/" + i + "\"}");
    }
    assertThat(much.closed()).isEqualTo(Connection.TOO_MUCH);
  }

  @Test
  void dropsAReaderThatIsTooSlowAndKeepsTheOthers() {
    OpenPage slow = room.open(somebody(), "self", "settings:read");
    OpenPage quick = room.open(somebody(), "self", "settings:read", "people:read");
    quick.next("hello", "");
    slow.socket.pause();
    String id = "x".repeat(60_000);
    double before = room.meters.get("live_connections").gauge().value();

    Eventually.that(
        "the slow one to be dropped",
        () -> {
          Topics.CHANGED.publish(room.vertx, new Topics.Changed("settings", id));
          quick.next("changed", id);
          quick.heard.clear();
          return room.meters.get("live_connections").gauge().value() < before;
        });

    assertThat(quick.socket.isClosed()).isFalse();
    quick.here("/admin/still-here");
    quick.next("presence", "still-here");
  }

  @Test
  void letsNobodyHaveMoreThanTenConnections() {
    UUID session = somebody();
    for (int i = 0; i < Hub.MOST_OF_ONE; i++) {
      room.open(session, "self").next("hello", "");
    }

    assertThatThrownBy(() -> room.live.ticket(room.person(session, "self")).await())
        .isInstanceOfSatisfying(
            Fault.class, f -> assertThat(f.kind()).isEqualTo(Fault.Kind.LIMITED));
    room.open(somebody(), "self").next("hello", "");
  }

  @Test
  void letsNobodyHaveMoreByTicketsThatWereKept() {
    UUID session = somebody();
    var tickets = new ArrayList<String>();
    for (int i = 0; i <= Hub.MOST_OF_ONE; i++) {
      tickets.add(room.live.ticket(room.person(session, "self")).await());
    }
    String last = tickets.remove(0);
    tickets.forEach(ticket -> OpenPage.at(room.vertx, room.port, ticket).next("hello", ""));

    assertThatThrownBy(() -> OpenPage.at(room.vertx, room.port, last));
  }

  @Test
  void takesATicketOnceAndForHalfAMinute() {
    UUID session = somebody();
    String ticket = room.live.ticket(room.person(session, "self")).await();
    OpenPage.at(room.vertx, room.port, ticket).next("hello", "");
    assertThatThrownBy(() -> OpenPage.at(room.vertx, room.port, ticket));

    String late = room.live.ticket(room.person(session, "self")).await();
    assertThat(
            Sql.number(
                uri(),
                "SELECT extract(epoch FROM max(expires_at) - max(created_at))::int FROM token"
                    + " WHERE purpose = 'ws' AND uses = 1"))
        .isEqualTo(30);
    Sql.run(uri(), "UPDATE token SET expires_at = now() - interval '1 second' WHERE uses = 1");
    assertThatThrownBy(() -> OpenPage.at(room.vertx, room.port, late));
    assertThatThrownBy(() -> OpenPage.at(room.vertx, room.port, "x"));
  }

  private static URI uri() {
    return room.database;
  }

  @Test
  void letsNobodyInWhoseSessionIsOverBeforeTheTicketIsUsed() {
    UUID session = somebody();
    String ticket = room.live.ticket(room.person(session, "self")).await();
    room.sessions.remove(session);

    assertThatThrownBy(() -> OpenPage.at(room.vertx, room.port, ticket));
  }
}
