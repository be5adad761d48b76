package systems.voltaic.magnetiq.people.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systems.voltaic.magnetiq.StaffInstance;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Visitor;

/** Signing in with passkeys over HTTP, with a security key made of software that can be bent. */
final class PasskeyLoginIT {

  private static StaffInstance at;

  @BeforeAll
  static void start() {
    at = StaffInstance.start(Map.of());
  }

  @AfterAll
  static void stop() {
    at.close();
  }

  private static int number;

  private static Holding somebody() throws IOException {
    number++;
    return new Holding(at, "Person" + number);
  }

  @Test
  void signsInAloneWithoutAPassword() throws IOException {
    var ada = somebody();
    var key = ada.key();
    assertThat(ada.enrolKey(key).status()).isEqualTo(201);

    JsonNode asked = ada.askedAlone();
    var answer = ada.alone(asked, key.get(asked.path("options")));

    assertThat(asked.path("options").path("userVerification").asText()).isEqualTo("required");
    assertThat(asked.path("options").path("allowCredentials")).isEmpty();
    assertThat(answer.json().path("state").asText()).as(answer.body()).isEqualTo("signedIn");
    assertThat(answer.json().path("person").path("id").asText()).isEqualTo(ada.id.toString());
    assertThat(answer.header("set-cookie")).startsWith("__Host-magnetiq=");
    assertThat(at.letters(ada.name)).containsExactly("passkey-added");
  }

  @Test
  void isTheSecondStepAfterAPassword() throws IOException {
    var bea = somebody();
    var key = bea.key();
    bea.enrolKey(key);
    key.verified = false;

    JsonNode asked = bea.askedAsSecond();
    var answer = bea.second(asked, key.get(asked.path("options")));

    assertThat(asked.path("options").path("allowCredentials")).hasSize(1);
    assertThat(answer.json().path("state").asText()).as(answer.body()).isEqualTo("signedIn");
    assertThat(
            Sql.value(
                at.database,
                "SELECT methods::text FROM session WHERE person_id = '"
                    + bea.id
                    + "' ORDER BY id DESC"))
        .contains("passkey", "password");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "systems.voltaic.magnetiq.people.factor.Bent#always",
    "systems.voltaic.magnetiq.people.factor.Bent#answering"
  })
  void refusesAloneAnAnswerWith(String name, Consumer<SoftKey> how) throws IOException {
    var cid = somebody();
    var key = cid.key();
    cid.enrolKey(key);
    how.accept(key);

    JsonNode asked = cid.askedAlone();
    var answer = cid.alone(asked, key.get(asked.path("options")));

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.header("set-cookie")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "systems.voltaic.magnetiq.people.factor.Bent#always",
    "systems.voltaic.magnetiq.people.factor.Bent#answering"
  })
  void refusesAsSecondStepAnAnswerWith(String name, Consumer<SoftKey> how) throws IOException {
    var dan = somebody();
    var key = dan.key();
    dan.enrolKey(key);
    how.accept(key);

    JsonNode asked = dan.askedAsSecond();

    assertThat(dan.second(asked, key.get(asked.path("options"))).status()).isEqualTo(422);
  }

  @Test
  void asksForAFingerWhereItIsTheOnlyProof() throws IOException {
    var eve = somebody();
    var key = eve.key();
    eve.enrolKey(key);
    key.verified = false;

    JsonNode asked = eve.askedAlone();

    assertThat(eve.alone(asked, key.get(asked.path("options"))).status()).isEqualTo(422);
  }

  @Test
  void mustSayWhoseItIsWhereItIsTheOnlyProof() throws IOException {
    var fay = somebody();
    var key = fay.key();
    fay.enrolKey(key);
    key.handle = null;

    JsonNode asked = fay.askedAlone();

    assertThat(fay.alone(asked, key.get(asked.path("options"))).status()).isEqualTo(422);
  }

  @Test
  void takesAnAnswerOnce() throws IOException {
    var gus = somebody();
    var key = gus.key();
    gus.enrolKey(key);
    JsonNode asked = gus.askedAlone();
    JsonNode credential = key.get(asked.path("options"));

    assertThat(gus.alone(asked, credential).status()).isEqualTo(200);
    assertThat(gus.alone(asked, credential).status()).isEqualTo(401);
  }

  @Test
  void aWrongAnswerUsesUpItsChallenge() throws IOException {
    var hal = somebody();
    var key = hal.key();
    hal.enrolKey(key);
    JsonNode asked = hal.askedAlone();
    key.tampered = true;
    hal.alone(asked, key.get(asked.path("options")));
    key.tampered = false;

    assertThat(hal.alone(asked, key.get(asked.path("options"))).status()).isEqualTo(401);
  }

  @Test
  void aChallengeIsGoodForFiveMinutes() throws IOException {
    var ida = somebody();
    var key = ida.key();
    ida.enrolKey(key);
    JsonNode asked = ida.askedAlone();
    at.clock.advance(Duration.ofMinutes(5).plusSeconds(1));

    assertThat(ida.alone(asked, key.get(asked.path("options"))).status()).isEqualTo(401);
  }

  @Test
  void aSecondStepEndsWithItsTicketHoweverLateItIsAskedFor() throws IOException {
    var lou = somebody();
    var key = lou.key();
    lou.enrolKey(key);
    String ticket = lou.ticket();
    at.clock.advance(Duration.ofMinutes(4));
    JsonNode asked =
        at.post(at.visitor(), "/auth/login/passkey-options", Map.of("ticket", ticket)).json();
    at.clock.advance(Duration.ofMinutes(1).plusSeconds(1));

    var answer = lou.second(asked, key.get(asked.path("options")));

    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.body()).contains("ticket-over");
  }

  @Test
  void aChallengeForOneThingIsWorthlessForOthers() throws IOException {
    var jan = somebody();
    var key = jan.key();
    jan.enrolKey(key);
    JsonNode second = jan.askedAsSecond();
    JsonNode alone = jan.askedAlone();
    JsonNode enrol = at.post(jan.session, "/me/factors/passkeys/options", null).json();

    assertThat(jan.alone(second, key.get(second.path("options"))).status()).isEqualTo(401);
    assertThat(jan.second(alone, key.get(alone.path("options"))).status()).isEqualTo(401);
    assertThat(jan.alone(enrol, key.get(enrol.path("options"))).status()).isEqualTo(401);
    assertThat(jan.addKey(jan.key(), alone).status()).isEqualTo(401);
  }

  @Test
  void refusesThePasskeyOfSomebodyElseAsSecondStep() throws IOException {
    var kim = somebody();
    kim.enrolKey(kim.key());
    var lea = somebody();
    var foreign = lea.key();
    lea.enrolKey(foreign);

    JsonNode asked = kim.askedAsSecond();

    assertThat(kim.second(asked, foreign.get(asked.path("options"))).status()).isEqualTo(422);
  }

  @Test
  void refusesAPasskeyThatNobodyHas() throws IOException {
    var max = somebody();
    JsonNode asked = max.askedAlone();
    var stranger = max.key();
    stranger.handle = PasskeyOptions.handle(max.id);

    assertThat(max.alone(asked, stranger.get(asked.path("options"))).status()).isEqualTo(422);
  }

  @Test
  void refusesWhoIsNotActive() throws IOException {
    var ned = somebody();
    var key = ned.key();
    ned.enrolKey(key);
    Sql.run(at.database, "UPDATE person SET state = 'deactivated' WHERE id = '" + ned.id + "'");

    JsonNode asked = ned.askedAlone();

    assertThat(ned.alone(asked, key.get(asked.path("options"))).status()).isEqualTo(422);
  }

  @Test
  void writesDownACounterThatWentBack() throws IOException {
    var oda = somebody();
    var key = oda.key();
    oda.enrolKey(key);
    key.step = -1;
    JsonNode asked = oda.askedAlone();
    oda.alone(asked, key.get(asked.path("options")));

    assertThat(
            Sql.number(
                at.database,
                "SELECT count(*) FROM audit WHERE action = 'factors.passkeyCounterBack'"
                    + " AND subject = 'person:"
                    + oda.id
                    + "'"))
        .isEqualTo(1);
  }

  /** The others are refused, the late ones by the brake that the early ones pulled. */
  @Test
  void oneOfTwentyWithTheSameCounterGetsIn() throws Exception {
    var pam = somebody();
    var key = pam.key();
    pam.enrolKey(key);
    key.step = 0;
    key.counter = 7;
    var calls = new ArrayList<Callable<Visitor.Answer>>();
    for (int i = 0; i < 20; i++) {
      JsonNode asked = pam.askedAlone();
      JsonNode credential = key.get(asked.path("options"));
      calls.add(() -> pam.alone(asked, credential));
    }

    List<Integer> statuses = Holding.together(calls);

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status != 200).hasSize(19).isSubsetOf(422, 429);
  }

  @Test
  void refusesWhatIsNoAnswerAtAll() throws IOException {
    var abe = somebody();
    var key = abe.key();
    abe.enrolKey(key);
    for (String field : List.of("clientDataJSON", "authenticatorData", "signature")) {
      JsonNode asked = abe.askedAlone();
      ObjectNode credential = key.get(asked.path("options"));
      ((ObjectNode) credential.path("response")).put(field, "AAAA");
      assertThat(abe.alone(asked, credential).status()).as(field).isEqualTo(422);
    }
  }
}
