package systems.voltaic.magnetiq.people.login;

import static org.assertj.core.api.Assertions.assertThat;
import static systems.voltaic.magnetiq.people.login.LoginIT.refusal;
import static systems.voltaic.magnetiq.people.login.LoginRoom.HOME;
import static systems.voltaic.magnetiq.people.login.LoginRoom.PASSWORD;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.testkit.Sql;

/** Every mailed link opens its own door, once, while nothing happened that must shut it. */
class LinksIT {

  private static final String NEXT = "forty rusty bicycle bells";
  private static final List<String> DOORS = List.of("reset", "email", "invite", "unlock");
  private static final List<String> PURPOSES =
      List.of("reset", "email", "invite", "setup", "unlock", "factor", "passkey", "sso", "ws");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static LoginRoom room;

  private final String email = "ada" + NUMBER.incrementAndGet() + "@example.com";

  @BeforeAll
  static void open() {
    room = new LoginRoom().working();
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset", "email", "invite", "unlock"})
  void opensItsOwnDoor(String door) {
    UUID ada = comer(door);
    assertThat(open(door, token(door, ada)).await().status()).isLessThan(300);
  }

  static Stream<Arguments> others() {
    return DOORS.stream()
        .flatMap(
            door ->
                PURPOSES.stream()
                    .filter(purpose -> !purpose.equals(door))
                    .filter(purpose -> !door.equals("invite") || !purpose.equals("setup"))
                    .map(purpose -> Arguments.of(door, purpose)));
  }

  @ParameterizedTest
  @MethodSource("others")
  void opensNoOtherDoor(String door, String purpose) {
    UUID ada = comer(door);
    String token = token(purpose, ada);
    assertDead(door, open(door, token));
    assertThat(room.number("SELECT uses FROM token WHERE subject = 'person:" + ada + "'")).isOne();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/people/dead-links.csv")
  void opensNothingAfterwards(String door, String event) {
    UUID ada = comer(door);
    String token = token(door, ada);
    String tried = after(event, door, ada, token);
    assertDead(door, open(door, tried));
  }

  private String after(String event, String door, UUID ada, String token) {
    switch (event) {
      case "used" -> open(door, token).await();
      case "expired" -> Sql.run(room.url, "UPDATE token SET expires_at = '2026-03-01T12:00:00Z'");
      case "password" -> changePassword(ada);
      case "email" -> changeEmail(ada);
      case "deactivated" -> Sql.run(room.url, set("state = 'deactivated'", ada));
      case "deleted" -> Sql.run(room.url, set("state = 'deleted'", ada));
      case "reinvited" -> reinvite(ada);
      case "cut" -> {
        return token.substring(0, token.length() - 1);
      }
      case "longer" -> {
        return token + "A";
      }
      case "upper" -> {
        return token.toUpperCase(Locale.ROOT);
      }
      case "blank" -> {
        return " " + token;
      }
      case "hash" -> {
        return Sql.value(
            room.url, "SELECT encode(hash, 'base64') FROM token ORDER BY created_at LIMIT 1");
      }
      default -> throw new IllegalArgumentException(event);
    }
    return token;
  }

  private static String set(String what, UUID person) {
    return "UPDATE person SET " + what + " WHERE id = '" + person + "'";
  }

  private void changePassword(UUID ada) {
    var body = Map.of("current", PASSWORD, "next", NEXT);
    room.operations.call("changePassword", room.by(ada, room.session(ada), body)).await();
    Sql.run(room.url, set("password = '" + room.passwords.hash(PASSWORD).await() + "'", ada));
  }

  private void changeEmail(UUID ada) {
    var other = Map.of("email", "other" + email);
    String token = room.token("email", "person:" + ada, other);
    room.post("confirmEmail", Map.of("token", token)).await();
    Sql.run(room.url, set("email_key = '" + email + "'", ada));
  }

  private void reinvite(UUID ada) {
    room.within(
        tx -> room.login.invitations().invite(tx, ada, email, "Ada", Language.DE, "Grace Hopper"));
  }

  private UUID comer(String door) {
    return door.equals("invite") ? room.person(email, "invited", "editor") : room.active(email);
  }

  private String token(String purpose, UUID ada) {
    return room.token(purpose, "person:" + ada, Map.of("email", "next" + email));
  }

  private Future<Answer> open(String door, String token) {
    return switch (door) {
      case "reset" -> room.post("completeReset", Map.of("token", token, "password", NEXT));
      case "email" -> room.post("confirmEmail", Map.of("token", token));
      case "invite" ->
          room.post(
              "acceptInvite",
              Map.of("token", token, "name", "Ada", "password", NEXT, "language", "de"));
      default -> unlock(token);
    };
  }

  private Future<Answer> unlock(String token) {
    for (int i = 0; i < 5; i++) {
      refusal(room.login(HOME, email, "something else entirely"));
    }
    return room.login(HOME, email, PASSWORD, token);
  }

  private static void assertDead(String door, Future<Answer> tried) {
    assertThat(refusal(tried).code())
        .isEqualTo(door.equals("unlock") ? "login-locked" : "link-dead");
  }

  @Test
  void aResetEndsEverySessionAndTheLock() {
    UUID ada = room.active(email);
    room.session(ada);
    room.session(ada);
    for (int i = 0; i < 5; i++) {
      refusal(room.login(HOME, email, "something else entirely"));
    }
    open("reset", token("reset", ada)).await();

    assertThat(live(ada)).isZero();
    assertThat(room.login(HOME, email, NEXT).await().status()).isEqualTo(200);
    assertThat(refusal(room.login(HOME, email, PASSWORD)).code()).isEqualTo("login-refused");
    assertThat(room.letters).anyMatch(l -> l.letter().equals("password-changed") && to(l, email));
  }

  @Test
  void aChangedPasswordEndsTheOtherSessions() {
    UUID ada = room.active(email);
    UUID here = room.session(ada);
    room.session(ada);
    var body = Map.of("current", PASSWORD, "next", NEXT);
    room.operations.call("changePassword", room.by(ada, here, body)).await();

    assertThat(live(ada)).isOne();
    assertThat(
            room.number(
                "SELECT count(*) FROM session WHERE ended_at IS NULL AND id = '" + here + "'"))
        .isOne();
    assertThat(room.letters).anyMatch(l -> l.letter().equals("password-changed") && to(l, email));
  }

  @Test
  void aStolenSessionCannotGuessThePassword() {
    UUID ada = room.active(email);
    var call = room.by(ada, room.session(ada), Map.of("current", "a guess of many", "next", NEXT));
    for (int i = 0; i < 5; i++) {
      assertThat(refusal(room.operations.call("changePassword", call)).code())
          .isEqualTo("password-wrong");
    }
    assertThat(refusal(room.operations.call("changePassword", call)).code())
        .isEqualTo("login-locked");
  }

  @Test
  void anotherAddressTakesThePasswordAndTellsBothMailboxes() {
    UUID ada = room.active(email);
    UUID here = room.session(ada);
    var wrong = Map.of("email", "new" + email, "password", "a guess of many");
    assertThat(refusal(room.operations.call("changeEmail", room.by(ada, here, wrong))).code())
        .isEqualTo("password-wrong");
    var right = Map.of("email", "new" + email, "password", PASSWORD);
    room.operations.call("changeEmail", room.by(ada, here, right)).await();

    assertThat(room.letters).anyMatch(l -> l.letter().equals("email-notice") && to(l, email));
    var link = room.letters.stream().filter(l -> to(l, "new" + email)).findFirst().orElseThrow();
    assertThat(link.values().get("link")).startsWith("https://works.example/admin/email#token=");
    room.post("confirmEmail", Map.of("token", link.token())).await();
    assertThat(room.login(HOME, "new" + email, PASSWORD).await().status()).isEqualTo(200);
    assertThat(refusal(room.login(HOME, email, PASSWORD)).code()).isEqualTo("login-refused");
  }

  @Test
  void nobodyLearnsThatAnAddressIsTaken() {
    UUID ada = room.active(email);
    room.active("eve" + email);
    var body = Map.of("email", "eve" + email, "password", PASSWORD);
    var answer = room.operations.call("changeEmail", room.by(ada, room.session(ada), body)).await();
    assertThat(answer.status()).isEqualTo(202);
    assertThat(room.letters).noneMatch(l -> to(l, "eve" + email));

    String token = room.token("email", "person:" + ada, Map.of("email", "eve" + email));
    assertThat(refusal(room.post("confirmEmail", Map.of("token", token))).code())
        .isEqualTo("email-taken");
  }

  @Test
  void mailsAResetOnlyToWhoCanUseItAndNotTwiceInARow() {
    room.active(email);
    room.person("gone" + email, "deactivated", "editor");
    room.person("new" + email, "invited", "editor");
    for (String to : List.of(email, "gone" + email, "new" + email, "nobody" + email)) {
      assertThat(room.post("requestReset", Map.of("email", to)).await().status()).isEqualTo(202);
    }
    room.settle();
    room.post("requestReset", Map.of("email", email)).await();
    room.settle();
    assertThat(
            room.letters.stream().filter(l -> l.letter().equals("reset") && l.to().endsWith(email)))
        .hasSize(1)
        .allMatch(l -> l.to().equals(email))
        .allMatch(l -> l.values().get("link").startsWith("https://works.example/admin/reset#"));
  }

  @Test
  void invitesInTheLanguageOfTheInvited() {
    UUID ada = room.person(email, "invited", "editor");
    reinvite(ada);
    var sent = room.letters.stream().filter(l -> to(l, email)).findFirst().orElseThrow();
    assertThat(sent.language()).isEqualTo(Language.DE);
    assertThat(sent.values()).containsEntry("inviter", "Grace Hopper");

    var shown = LoginRoom.json(room.post("showInvite", Map.of("token", sent.token())).await());
    assertThat(shown.get("kind").toString()).contains("invite");
    assertThat(shown.get("email").toString()).contains(email);
    Answer in = open("invite", sent.token()).await();
    assertThat(LoginRoom.json(in).get("state").toString()).contains("signedIn");
    assertThat(Sql.value(room.url, "SELECT language FROM person WHERE id = '" + ada + "'"))
        .isEqualTo("de");
    room.clock.advance(Duration.ZERO);
  }

  @Test
  void aRefusedPasswordLeavesTheLinkAsItIs() {
    UUID ada = room.active(email);
    String token = token("reset", ada);
    var weak = Map.of("token", token, "password", "password1234");
    assertThat(refusal(room.post("completeReset", weak)).code()).isEqualTo("password-refused");
    assertThat(open("reset", token).await().status()).isEqualTo(204);
  }

  @Test
  void theFirstOfAllBecomesTheOwnerAndNobodyAfterwards() {
    try (var empty = new LoginRoom()) {
      var caller = Caller.system("console");
      String older = empty.login.owners().firstLink(caller).await().orElseThrow();
      String link = empty.login.owners().firstLink(caller).await().orElseThrow();
      var arrival =
          Map.of("name", "Olga", "password", NEXT, "language", "en", "email", "olga@example.com");
      assertThat(refusal(empty.post("acceptInvite", with(arrival, older))).code())
          .isEqualTo("link-dead");
      Answer in = empty.post("acceptInvite", with(arrival, link)).await();
      assertThat(LoginRoom.json(in).get("state").toString()).contains("enrolFactor");
      assertThat(
              empty.number(
                  "SELECT count(*) FROM person_role JOIN role ON id = role_id WHERE name = 'super_admin'"))
          .isOne();
      assertThat(empty.login.owners().firstLink(caller).await()).isEmpty();

      String late = empty.token("setup", "installation", Map.of());
      assertThat(refusal(empty.post("acceptInvite", with(arrival, "#token=" + late))).code())
          .isEqualTo("link-dead");
    }
  }

  private static Map<String, String> with(Map<String, String> arrival, String link) {
    var all = new java.util.HashMap<>(arrival);
    all.put("token", link.replaceAll(".*#token=", ""));
    return all;
  }

  private static boolean to(LoginRoom.Sent letter, String email) {
    return letter.to().equals(email);
  }

  private static int live(UUID person) {
    return room.number(
        "SELECT count(*) FROM session WHERE ended_at IS NULL AND person_id = '" + person + "'");
  }
}
