package systems.voltaic.magnetiq.people.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.StaffInstance;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Visitor;

/** Phones that show codes, over HTTP on the whole program. */
final class CodesIT {

  private static StaffInstance at;

  @BeforeAll
  static void start() {
    at = StaffInstance.start(Map.of());
  }

  @AfterAll
  static void stop() {
    at.close();
  }

  @Test
  void asksForTheCodeOnceAPhoneIsThere() throws IOException {
    var ada = Holding.withPhone(at, "Ada", "editor");

    var login = at.login("Ada").json();
    var answer = ada.complete(login.path("ticket").asText(), "totp", ada.code());

    assertThat(login.path("factors"))
        .extracting(JsonNode::asText)
        .containsExactly("totp", "recoveryCode");
    assertThat(login.has("accessToken")).isFalse();
    assertThat(answer.json().path("state").asText()).isEqualTo("signedIn");
    assertThat(answer.header("set-cookie")).startsWith("__Host-magnetiq=");
    var session = at.visitor().bearing(answer.json().path("accessToken").asText());
    assertThat(at.get(session, "/me").path("secondFactor").path("enrolled").asBoolean()).isTrue();
    assertThat(at.letters("Ada")).containsExactly("totp-added");
  }

  @Test
  void shownSecretIsTheSameInThreeForms() throws IOException {
    var bea = new Holding(at, "Bea");

    JsonNode begun = at.post(bea.session, "/me/factors/totp", null).json();

    assertThat(begun.path("uri").asText()).contains("secret=" + begun.path("secret").asText());
    assertThat(begun.path("qr").asText()).startsWith("<svg").contains("#fff");
  }

  @Test
  void meansNothingUntilACodeWasTyped() throws IOException {
    var cid = new Holding(at, "Cid");
    at.post(cid.session, "/me/factors/totp", null);

    var refused = at.post(cid.session, "/me/factors/totp/confirm", Map.of("code", "000000"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(at.login("Cid").json().path("state").asText()).isEqualTo("signedIn");
    assertThat(at.get(cid.session, "/me/factors").has("totp")).isFalse();
  }

  @Test
  void takesEachStepOnce() throws IOException {
    var dan = Holding.withPhone(at, "Dan");
    String code = dan.code();

    assertThat(dan.complete(dan.ticket(), "totp", code).status()).isEqualTo(200);
    assertThat(dan.complete(dan.ticket(), "totp", code).status()).isEqualTo(422);
    at.clock.advance(Totp.STEP);
    assertThat(dan.complete(dan.ticket(), "totp", dan.code()).status()).isEqualTo(200);
  }

  @Test
  void refusesAnEarlierStepThanTheLastOne() throws IOException {
    var eve = Holding.withPhone(at, "Eve");
    String earlier = eve.code();
    at.clock.advance(Totp.STEP);

    assertThat(eve.complete(eve.ticket(), "totp", eve.code()).status()).isEqualTo(200);
    assertThat(eve.complete(eve.ticket(), "totp", earlier).status()).isEqualTo(422);
  }

  @Test
  void refusesTheCodeThatConfirmedThePhone() throws IOException {
    var fay = new Holding(at, "Fay");
    fay.enrolPhone();

    assertThat(fay.complete(fay.ticket(), "totp", fay.code()).status()).isEqualTo(422);
  }

  @Test
  void oneOfFiftyWithTheSameCodeGetsIn() throws Exception {
    var gus = Holding.withPhone(at, "Gus");
    List<String> tickets = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      tickets.add(gus.ticket());
    }
    String code = gus.code();
    String withPhone = sessions(gus) + " AND 'totp' = ANY(methods)";
    int before = Sql.number(at.database, withPhone);

    List<Integer> statuses =
        Holding.together(
            tickets.stream()
                .<Callable<Visitor.Answer>>map(t -> () -> gus.complete(t, "totp", code))
                .toList());

    assertThat(statuses).filteredOn(s -> s == 200).hasSize(1);
    assertThat(Sql.number(at.database, withPhone)).isEqualTo(before + 1);
  }

  @Test
  void aTicketIsGoodForFiveTries() throws IOException {
    var ida = Holding.withPhone(at, "Ida");
    String ticket = ida.ticket();
    for (int i = 0; i < 5; i++) {
      assertThat(ida.complete(ticket, "recoveryCode", "aaaa-aaaa-aaaa-aaaa").status())
          .isEqualTo(422);
    }

    var answer = ida.complete(ticket, "totp", ida.code());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("type").asText()).contains("ticket-over");
  }

  @Test
  void aTicketThatLetSomebodyInIsOver() throws IOException {
    var jan = Holding.withPhone(at, "Jan");
    String ticket = jan.ticket();
    jan.complete(ticket, "totp", jan.code());

    assertThat(jan.complete(ticket, "recoveryCode", jan.codes.get(0)).status()).isEqualTo(401);
  }

  @Test
  void aTicketIsForItsOwnPerson() throws IOException {
    var kim = Holding.withPhone(at, "Kim");
    var lea = Holding.withPhone(at, "Lea");

    assertThat(kim.complete(kim.ticket(), "totp", lea.code()).status()).isEqualTo(422);
    assertThat(kim.complete(kim.ticket(), "recoveryCode", lea.codes.get(0)).status())
        .isEqualTo(422);
  }

  @Test
  void locksCodesButNotThePerson() throws IOException {
    var max = Holding.withPhone(at, "Max");
    for (int i = 0; i < 5; i++) {
      assertThat(max.complete(max.ticket(), "totp", max.wrongCode()).status()).isEqualTo(422);
    }

    var locked = max.complete(max.ticket(), "totp", max.code());

    assertThat(locked.status()).isEqualTo(423);
    assertThat(locked.header("retry-after")).isEqualTo("60");
    assertThat(max.complete(max.ticket(), "recoveryCode", max.codes.get(0)).status())
        .isEqualTo(200);
  }

  @Test
  void theLockEndsByItself() throws IOException {
    var ned = Holding.withPhone(at, "Ned");
    for (int i = 0; i < 5; i++) {
      ned.complete(ned.ticket(), "totp", ned.wrongCode());
    }
    at.clock.advance(Duration.ofSeconds(61));

    assertThat(ned.complete(ned.ticket(), "totp", ned.code()).status()).isEqualTo(200);
  }

  @Test
  void manyWrongCodesAtOnceDoNotSlipPastTheLock() throws Exception {
    var oda = Holding.withPhone(at, "Oda");
    List<String> tickets = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      tickets.add(oda.ticket());
    }
    String wrong = oda.wrongCode();

    List<Integer> statuses =
        Holding.together(
            tickets.stream()
                .<Callable<Visitor.Answer>>map(t -> () -> oda.complete(t, "totp", wrong))
                .toList());

    assertThat(statuses).filteredOn(s -> s == 422).hasSize(5);
    assertThat(statuses).filteredOn(s -> s == 423).hasSize(15);
  }

  @Test
  void wrongCodesStayCounted() throws IOException {
    var pam = Holding.withPhone(at, "Pam");
    pam.complete(pam.ticket(), "totp", pam.wrongCode());

    assertThat(
            Sql.number(at.database, "SELECT failures FROM totp WHERE person_id = '" + pam.id + "'"))
        .isEqualTo(1);
  }

  @Test
  void keepsNeitherSeedNorCodeReadable() throws IOException {
    var tom = Holding.withPhone(at, "Tom");
    tom.complete(tom.ticket(), "totp", tom.wrongCode());
    tom.complete(tom.ticket(), "recoveryCode", tom.codes.get(0));

    for (String table :
        List.of(
            "totp", "recovery_code", "token", "audit", "mail", "job", "idempotency", "session")) {
      String rows =
          String.join("\n", Sql.column(at.database, "SELECT t::text FROM " + table + " t"));
      assertThat(rows).as(table).doesNotContain(tom.secret);
      tom.codes.forEach(
          code -> assertThat(rows).as(table).doesNotContain(code, code.replace("-", "")));
    }
  }

  @Test
  void aConfirmedPhoneIsNotReplacedUnseen() throws IOException {
    var xia = Holding.withPhone(at, "Xia");

    var refused = at.post(xia.session, "/me/factors/totp", null);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(xia.complete(xia.ticket(), "totp", xia.code()).status()).isEqualTo(200);
  }

  @Test
  void aPhoneIsConfirmedWithinAnHour() throws IOException {
    var yan = new Holding(at, "Yan");
    yan.secret = at.post(yan.session, "/me/factors/totp", null).json().path("secret").asText();
    at.clock.advance(Duration.ofMinutes(61));
    yan.session = at.session("Yan");

    var late = at.post(yan.session, "/me/factors/totp/confirm", Map.of("code", yan.code()));

    assertThat(late.status()).isEqualTo(422);
    assertThat(late.json().path("type").asText()).contains("totp-not-begun");
  }

  @Test
  void aPhoneThatWasNotConfirmedProvesNothing() throws IOException {
    var zoe = new Holding(at, "Zoe");
    zoe.secret = at.post(zoe.session, "/me/factors/totp", null).json().path("secret").asText();

    var answer = at.post(zoe.session, "/me/reauthenticate", Map.of("code", zoe.code()));

    assertThat(answer.status()).isEqualTo(422);
  }

  @Test
  void theMailedLinkLeadsPastTheLock() throws IOException {
    var abe = Holding.withPhone(at, "Abe");
    for (int i = 0; i < 5; i++) {
      abe.complete(abe.ticket(), "totp", abe.wrongCode());
    }
    Sql.run(
        at.database,
        "INSERT INTO token (hash, purpose, subject, uses, created_at, expires_at) VALUES"
            + " (sha256('mailed to Abe'), 'unlock', 'person:%s', 1, now(), now() + '1 day')"
                .formatted(abe.id));
    var typed =
        Map.of(
            "email",
            StaffInstance.email("Abe"),
            "password",
            StaffInstance.PASSWORD,
            "unlock",
            "mailed to Abe");
    String ticket = at.post(at.visitor(), "/auth/login", typed).json().path("ticket").asText();

    assertThat(abe.complete(abe.ticket(), "totp", abe.code()).status()).isEqualTo(423);
    assertThat(abe.complete(ticket, "totp", abe.code()).status()).isEqualTo(200);
  }

  private static String sessions(Holding of) {
    return "SELECT count(*) FROM session WHERE person_id = '" + of.id + "'";
  }
}
