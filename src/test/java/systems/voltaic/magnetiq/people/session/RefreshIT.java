package systems.voltaic.magnetiq.people.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.db.UnlockedDb;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.testkit.Sql;

/** A session's secret is used once; the one before is good for who heard no answer. */
class RefreshIT {

  private static final int RUNS = 200;

  private SessionRoom room;
  private Refreshing refreshing;

  @BeforeEach
  void open() {
    room = new SessionRoom().started();
    refreshing = room.refreshing(room.db);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void handsOutTheNextTokenAndTheNextSecret() {
    Opened opened = room.open();

    Answer next = refresh(cookie(opened));

    assertThat(SessionRoom.state(next)).isEqualTo("signedIn");
    assertThat(next.headers().get("set-cookie"))
        .startsWith("__Host-magnetiq=" + opened.session())
        .contains("; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=604800")
        .doesNotContain("Domain");
    assertThat(SessionRoom.cookie(next)).isNotEqualTo(cookie(opened));
    assertThat(good(opened)).contains(hash(next));
  }

  @Test
  void leavesExactlyOneLiveChildHoweverTwinsRace() {
    int other = race(refreshing);

    System.out.printf("%d races of twins: %d without exactly one live child%n", RUNS, other);
    assertThat(other).isZero();
    assertThat(ended("reuse")).isZero();
    assertThat(room.alarms).hasValue(0);
  }

  /** The same race with no row held: if that went well too, the test above would prove nothing. */
  @Test
  void leavesMoreOrNoneWhereNothingGuards() {
    int other = race(room.refreshing(new UnlockedDb(room.db)));

    System.out.printf("%d races without a guard: %d without exactly one%n", RUNS, other);
    assertThat(other).isPositive();
  }

  @Test
  void goesOnForWhoHeardNoAnswer() {
    Opened opened = room.open();
    Answer lost = refresh(cookie(opened));
    room.clock.advance(Duration.ofSeconds(29));

    Answer retried = refresh(cookie(opened));

    assertThat(isLive(opened, retried)).isTrue();
    assertThat(isLive(opened, lost)).isFalse();
    assertThat(SessionRoom.state(refresh(SessionRoom.cookie(retried)))).isEqualTo("signedIn");
  }

  @Test
  void endsTheSessionWhenTheOneBeforeComesTooLate() {
    Opened opened = room.open();
    Answer next = refresh(cookie(opened));
    room.clock.advance(Duration.ofSeconds(30));

    assertEnded(cookie(opened));

    assertEnded(SessionRoom.cookie(next));
    assertThat(ended("reuse")).isEqualTo(1);
    assertThat(room.alarms).hasValue(1);
    assertThat(Sql.column(room.url, "SELECT action FROM audit")).contains("session.reused");
  }

  @Test
  void doesNotStretchTheMomentByTryingAgain() {
    Opened opened = room.open();
    refresh(cookie(opened));
    for (int i = 0; i < 5; i++) {
      room.clock.advance(Duration.ofSeconds(5));
      refresh(cookie(opened));
    }
    room.clock.advance(Duration.ofSeconds(5));

    assertEnded(cookie(opened));
  }

  @Test
  void endsTheSessionForAGrandparentHoweverYoung() {
    Opened opened = room.open();
    Answer next = refresh(cookie(opened));
    Answer last = refresh(SessionRoom.cookie(next));

    assertEnded(cookie(opened));

    assertEnded(SessionRoom.cookie(last));
    assertThat(room.alarms).hasValue(1);
  }

  @Test
  void endsTheSessionForTheChildThatWasReplaced() {
    Opened opened = room.open();
    Answer lost = refresh(cookie(opened));
    Answer retried = refresh(cookie(opened));

    assertEnded(SessionRoom.cookie(lost));

    assertEnded(SessionRoom.cookie(retried));
  }

  @Test
  void endsWhereNobodyDoesAnythingAndPagesOnlyAskByThemselves() {
    Opened opened = room.open();
    String cookie = cookie(opened);
    for (int minutes = 0; minutes < 30; minutes += 10) {
      room.clock.advance(Duration.ofMinutes(10));
      cookie = SessionRoom.cookie(refreshing.refresh(room.call(cookie), true).await());
    }
    room.clock.advance(Duration.ofMinutes(1));

    assertEnded(cookie);
  }

  @Test
  void goesOnWhereSomebodyDoesSomething() {
    Opened opened = room.open();
    String cookie = cookie(opened);
    for (int minutes = 0; minutes < 120; minutes += 20) {
      room.clock.advance(Duration.ofMinutes(20));
      cookie = SessionRoom.cookie(refresh(cookie));
    }
    assertThat(ended("reuse")).isZero();
  }

  @Test
  void endsAfterAWeekHoweverBusy() {
    Opened opened = room.open();
    Sql.run(room.url, "UPDATE session SET active_at = '2026-03-08T11:59:00Z'");
    room.clock.advance(Duration.ofDays(7).minusSeconds(30));
    Answer late = refresh(cookie(opened));
    assertThat(late.headers().get("set-cookie")).endsWith("Max-Age=30");
    room.clock.advance(Duration.ofSeconds(31));

    assertEnded(SessionRoom.cookie(late));
  }

  @Test
  void endsWithThePerson() {
    Opened opened = room.open();
    Sql.run(room.url, "UPDATE person SET state = 'deactivated'");

    assertEnded(cookie(opened));
  }

  /** After how many races not exactly one of the secrets that twins were given is good. */
  private int race(Refreshing by) {
    int other = 0;
    for (int run = 0; run < RUNS; run++) {
      Opened opened = room.open();
      var twins = twins(by, cookie(opened), 2 + run % 3);
      var good = good(opened);
      other += twins.stream().filter(twin -> good.contains(hash(twin))).count() == 1 ? 0 : 1;
    }
    return other;
  }

  /** The answers of those that got one. */
  private List<Answer> twins(Refreshing by, String cookie, int many) {
    var all = new ArrayList<Future<Answer>>();
    for (int i = 0; i < many; i++) {
      all.add(by.refresh(room.call(cookie), false));
    }
    Future.join(all).otherwiseEmpty().await();
    return all.stream().filter(Future::succeeded).map(Future::result).toList();
  }

  @Test
  void noSessionRisesAfterItEnded() {
    Opened opened = room.open();
    var call = room.call("");
    room.db
        .transaction(call.caller(), tx -> room.sessions.end(tx, opened.session(), "test"))
        .await();

    assertThatThrownBy(
            () ->
                room.db
                    .transaction(
                        call.caller(),
                        tx -> room.sessions.raise(tx, opened.session(), Set.of("totp"), call))
                    .await())
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo("session-ended"));
    assertThat(Sql.number(room.url, "SELECT count(*) FROM session")).isOne();
  }

  private Answer refresh(String cookie) {
    return refreshing.refresh(room.call(cookie), false).await();
  }

  private void assertEnded(String cookie) {
    assertThatThrownBy(() -> refresh(cookie))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo("session-ended"));
  }

  private boolean isLive(Opened opened, Answer answer) {
    return good(opened).contains(hash(answer));
  }

  private long ended(String why) {
    return Sql.number(
        room.url, "SELECT count(*) FROM session WHERE ended_by = '%s'".formatted(why));
  }

  /** Hashes of the secrets that a refresh would take. */
  private List<String> good(Opened of) {
    String both = "SELECT unnest(ARRAY[encode(refresh, 'hex'), encode(earlier, 'hex')])";
    return Sql.column(
        room.url,
        both + " FROM session WHERE ended_at IS NULL AND id = '%s'".formatted(of.session()));
  }

  private static String cookie(Opened opened) {
    return SessionRoom.cookie(opened.cookie());
  }

  private static String hash(Answer answer) {
    String cookie = SessionRoom.cookie(answer);
    var parsed = SessionCookie.parse(cookie.substring(cookie.indexOf('=') + 1)).orElseThrow();
    return java.util.HexFormat.of().formatHex(parsed.hash().getBytes());
  }
}
