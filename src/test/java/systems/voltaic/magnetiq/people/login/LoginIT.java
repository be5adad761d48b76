package systems.voltaic.magnetiq.people.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static systems.voltaic.magnetiq.people.login.LoginRoom.ELSEWHERE;
import static systems.voltaic.magnetiq.people.login.LoginRoom.HOME;
import static systems.voltaic.magnetiq.people.login.LoginRoom.PASSWORD;
import static systems.voltaic.magnetiq.people.login.LoginRoom.json;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.testkit.Sql;

class LoginIT {

  private final LoginRoom room = new LoginRoom().working();

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void opensASessionForWhoKnowsThePassword() {
    UUID ada = room.active("ada@example.com");
    Answer answer = room.login(HOME, " ADA@Example.com ", PASSWORD).await();

    assertThat(json(answer)).containsKeys("accessToken", "expiresIn", "csrf", "person");
    assertThat(json(answer).get("state").toString()).contains("signedIn");
    assertThat(answer.headers().get("set-cookie")).startsWith("__Host-magnetiq=");
    assertThat(room.number("SELECT count(*) FROM session")).isOne();
    assertThat(room.number("SELECT count(*) FROM person WHERE last_login_at IS NOT NULL")).isOne();
    assertThat(actions()).contains("login.succeeded");
    assertThat(audited("login.succeeded")).contains("person:" + ada);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody@example.com", "gone@example.com", "new@example.com", "not one"})
  void saysTheSameToEverybodyItDoesNotLetIn(String email) {
    room.active("ada@example.com");
    room.person("gone@example.com", "deactivated", "editor");
    room.person("new@example.com", "invited", "editor");

    Fault wrong = refusal(room.login(HOME, "ada@example.com", "something else entirely"));
    Fault other = refusal(room.login(ELSEWHERE, email, PASSWORD));
    assertThat(other.kind()).isEqualTo(wrong.kind()).isEqualTo(Fault.Kind.UNAUTHENTICATED);
    assertThat(other.code()).isEqualTo(wrong.code());
    assertThat(other.getMessage()).isEqualTo(wrong.getMessage());
    assertThat(room.number("SELECT count(*) FROM session")).isZero();
    assertThat(actions()).containsOnly("login.failed");
  }

  @Test
  void asksWhoHasASecondFactorForIt() {
    UUID ada = room.active("ada@example.com");
    Sql.run(
        room.url,
        "INSERT INTO totp (person_id, secret, confirmed_at) VALUES ('%s', 'x', now())"
            .formatted(ada));
    Answer answer = room.login(HOME, "ada@example.com", PASSWORD).await();

    assertThat(json(answer).get("state").toString()).contains("secondFactor");
    assertThat(json(answer)).doesNotContainKey("accessToken");
    assertThat(json(answer).get("factors").toString()).isEqualTo("[\"totp\"]");
    assertThat(answer.headers()).doesNotContainKey("set-cookie");
    assertThat(room.number("SELECT count(*) FROM session")).isZero();
    assertThat(room.number("SELECT uses FROM token WHERE purpose = 'factor'")).isEqualTo(5);
  }

  @Test
  void letsWhoOwesASecondFactorDoNothingButGetOne() {
    room.person("owner@example.com", "active", "super_admin");
    Answer answer = room.login(HOME, "owner@example.com", PASSWORD).await();

    assertThat(json(answer).get("state").toString()).contains("enrolFactor");
    assertThat(json(answer).get("person").toString()).contains("\"permissions\":[\"self\"]");
  }

  @Test
  void hashesAgainWhatWasCheaper() {
    room.active("ada@example.com");
    var less = new Argon2(32, 1, 1);
    String cheap = less.hash(PASSWORD, new byte[16], new Argon2Memory(worked -> {}));
    Sql.run(room.url, "UPDATE person SET password = '" + cheap + "'");

    room.login(HOME, "ada@example.com", PASSWORD).await();
    String kept = Sql.value(room.url, "SELECT password FROM person");
    assertThat(kept).startsWith("$argon2id$v=19$m=64,");
    room.login(HOME, "ada@example.com", PASSWORD).await();
    assertThat(Sql.value(room.url, "SELECT password FROM person")).isEqualTo(kept);
  }

  @Test
  void locksAfterFiveAndThenLonger() {
    room.active("ada@example.com");
    fail(HOME, 5);
    assertThat(locked(HOME)).isEqualTo(Duration.ofMinutes(1));
    for (int minutes : new int[] {2, 4, 8, 16, 30, 30, 30}) {
      room.clock.advance(locked(HOME));
      fail(HOME, 1);
      assertThat(locked(HOME)).isEqualTo(Duration.ofMinutes(minutes));
    }
    assertThat(room.failures("locked")).isPositive();
    assertThat(room.failures("password")).isEqualTo(12);
  }

  @Test
  void locksForStrangersAsForAnybody() {
    IntStream.range(0, 5)
        .forEach(i -> refusal(room.login(HOME, "nobody@example.com", "whatever it may be")));
    assertThat(refusal(room.login(HOME, "nobody@example.com", PASSWORD)).code())
        .isEqualTo("login-locked");
  }

  @Test
  void theLockIsNotLongerHoweverOftenSomebodyTried() {
    room.active("ada@example.com");
    fail(HOME, 1);
    Sql.run(room.url, "UPDATE login_failure SET failures = 100000");

    fail(HOME, 1);
    assertThat(locked(HOME)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void anUnlockingLinkIsLookedUpForStrangersToo() {
    room.active("ada@example.com");
    int known = statements("ada@example.com");

    assertThat(statements("nobody@example.com")).isEqualTo(known);
  }

  private int statements(String email) {
    int before = room.seen.statements();
    refusal(room.login(HOME, email, "something else entirely", "made-up"));
    return room.seen.statements() - before;
  }

  @Test
  void nobodyLocksTheOwnerOut() {
    room.active("ada@example.com");
    fail(ELSEWHERE, 5);
    assertThat(refusal(room.login(ELSEWHERE, "ada@example.com", PASSWORD)).code())
        .isEqualTo("login-locked");
    assertThat(room.login(HOME, "ada@example.com", PASSWORD).await().status()).isEqualTo(200);
    assertThat(refusal(room.login(ELSEWHERE, "ada@example.com", PASSWORD)).code())
        .isEqualTo("login-locked");
  }

  @Test
  void slowsDownGuessersFromEverywhereButNotWhereTheOwnerIsKnown() {
    room.active("ada@example.com");
    room.login(HOME, "ada@example.com", PASSWORD).await();
    for (int network = 0; network < 60; network++) {
      refusal(room.login("198.51." + network + ".0", "ada@example.com", "a guess of many"));
    }
    Fault strange = refusal(room.login("198.51.99.0", "ada@example.com", PASSWORD));
    assertThat(strange.code()).isEqualTo("login-locked");
    assertThat(strange.retryAfter().orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(room.login(HOME, "ada@example.com", PASSWORD).await().status()).isEqualTo(200);

    room.clock.advance(Duration.ofMinutes(1));
    assertThat(room.login("198.51.99.0", "ada@example.com", PASSWORD).await().status())
        .isEqualTo(200);
  }

  @Test
  void theMailedLinkLeadsPastEveryLockOnce() {
    room.active("ada@example.com");
    for (int network = 0; network < 60; network++) {
      refusal(room.login("198.51." + network + ".0", "ada@example.com", "a guess of many"));
    }
    fail(HOME, 0);
    room.post("requestUnlock", Map.of("email", "ada@example.com")).await();
    String token = room.letter("unlock").token();

    assertThat(refusal(room.login(HOME, "ada@example.com", PASSWORD)).code())
        .isEqualTo("login-locked");
    assertThat(room.login(HOME, "ada@example.com", PASSWORD, token).await().status())
        .isEqualTo(200);
    fail(ELSEWHERE, 0);
    assertThat(refusal(room.login(ELSEWHERE, "ada@example.com", PASSWORD, token)).code())
        .isEqualTo("login-locked");
  }

  @Test
  void theMailedLinkLeadsPastTheLockOfItsOwnNetwork() {
    UUID ada = room.active("ada@example.com");
    UUID eve = room.active("eve@example.com");
    fail(HOME, 5);
    String foreign = room.token("unlock", eve);
    assertThat(refusal(room.login(HOME, "ada@example.com", PASSWORD, foreign)).code())
        .isEqualTo("login-locked");
    String own = room.token("unlock", ada);
    assertThat(room.login(HOME, "ada@example.com", PASSWORD, own).await().status()).isEqualTo(200);
  }

  @Test
  void ofManyAtOnceOnlyFiveAreLookedAt() {
    room.active("ada@example.com");
    var all =
        IntStream.range(0, 40)
            .mapToObj(i -> room.login(HOME, "ada@example.com", "a guess, number " + i))
            .toList();
    Future.join(all).transform(done -> Future.succeededFuture()).await();

    assertThat(all.stream().map(LoginIT::code).filter("login-refused"::equals)).hasSize(5);
    assertThat(all.stream().map(LoginIT::code).filter("login-locked"::equals)).hasSize(35);
  }

  @Test
  void keepsNothingThatTellsWhoWasTried() {
    room.active("ada@example.com");
    fail(HOME, 2);
    refusal(room.login(HOME, "nobody@example.com", "whatever it may be"));

    assertThat(Sql.column(room.url, "SELECT audit::text FROM audit"))
        .noneMatch(row -> row.contains("@example.com") || row.contains("whatever"));
    assertThat(Sql.column(room.url, "SELECT login_failure::text FROM login_failure"))
        .isNotEmpty()
        .noneMatch(row -> row.contains("example"));
  }

  @Test
  void forgetsAfterTwelveHours() {
    room.active("ada@example.com");
    fail(HOME, 4);
    room.clock.advance(Duration.ofHours(13));
    fail(HOME, 4);
    assertThat(room.login(HOME, "ada@example.com", PASSWORD).await().status()).isEqualTo(200);
  }

  private void fail(String network, int times) {
    for (int i = 0; i < times; i++) {
      Fault fault = refusal(room.login(network, "ada@example.com", "something else entirely"));
      assertThat(fault.code()).isEqualTo("login-refused");
    }
  }

  private Duration locked(String network) {
    Fault fault = refusal(room.login(network, "ada@example.com", PASSWORD));
    assertThat(fault.code()).isEqualTo("login-locked");
    assertThat(fault.kind()).isEqualTo(Fault.Kind.LOCKED);
    return fault.retryAfter().orElseThrow();
  }

  static Fault refusal(Future<?> refused) {
    Fault fault = catchThrowableOfType(Fault.class, refused::await);
    assertThat(fault).isNotNull();
    return fault;
  }

  private static String code(Future<?> done) {
    return Optional.ofNullable((Fault) done.cause()).map(Fault::code).orElse("in");
  }

  private java.util.List<String> actions() {
    return Sql.column(room.url, "SELECT action FROM audit WHERE action <> 'session.opened'");
  }

  private String audited(String action) {
    return Sql.value(room.url, "SELECT audit::text FROM audit WHERE action = '" + action + "'");
  }
}
