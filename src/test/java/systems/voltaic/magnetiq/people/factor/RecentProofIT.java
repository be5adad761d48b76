package systems.voltaic.magnetiq.people.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.StaffInstance;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Visitor;

/** Who changes factors proves again who it is. */
final class RecentProofIT {

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
  void asksForARecentProofBeforeFactorsChange() throws IOException {
    var uwe = Holding.withPhone(at, "Uwe");
    String key = uwe.enrolKey(uwe.key()).json().path("id").asText();
    at.clock.advance(Duration.ofMinutes(6));

    for (String path :
        List.of("/me/factors/totp", "/me/factors/recovery-codes", "/me/factors/passkeys/options")) {
      assertUnproven(path, at.post(uwe.session, path, null));
    }
    for (String path : List.of("/me/factors/totp", "/me/factors/passkeys/" + key)) {
      assertUnproven(path, at.delete(uwe.session, path));
    }
  }

  private static void assertUnproven(String path, Visitor.Answer answer) {
    assertThat(answer.status()).as(path).isEqualTo(403);
    assertThat(answer.json().path("type").asText()).as(path).contains("reauthenticate");
  }

  @Test
  void aPasswordOrACodeIsARecentProof() throws IOException {
    var vic = Holding.withPhone(at, "Vic");
    at.clock.advance(Duration.ofMinutes(6));
    var byCode = at.post(vic.session, "/me/reauthenticate", Map.of("code", vic.code()));
    var session = at.visitor().bearing(byCode.json().path("accessToken").asText());

    assertThat(byCode.json().path("state").asText()).isEqualTo("signedIn");
    assertThat(at.post(session, "/me/factors/recovery-codes", null).status()).isEqualTo(200);
    at.clock.advance(Duration.ofMinutes(6));
    var byPassword =
        at.post(session, "/me/reauthenticate", Map.of("password", StaffInstance.PASSWORD));
    assertThat(byPassword.status()).isEqualTo(200);
    session = at.visitor().bearing(byPassword.json().path("accessToken").asText());
    assertThat(at.delete(session, "/me/factors/totp").status()).isEqualTo(204);
  }

  @Test
  void theAuditSaysThatAPasswordWasWrong() throws IOException {
    var val = somebody();

    at.post(val.session, "/me/reauthenticate", Map.of("password", "something else entirely"));

    assertThat(
            Sql.column(
                at.database,
                "SELECT subject FROM audit WHERE action = 'password.refused' AND actor = 'person:%s'"
                    .formatted(val.id)))
        .containsExactly("person:" + val.id);
  }

  @Test
  void oneProofMustBeGivenAndRight() throws IOException {
    var wim = Holding.withPhone(at, "Wim");

    var none = at.post(wim.session, "/me/reauthenticate", Map.of());
    var two =
        at.post(
            wim.session,
            "/me/reauthenticate",
            Map.of("password", StaffInstance.PASSWORD, "code", wim.code()));
    var wrong = at.post(wim.session, "/me/reauthenticate", Map.of("code", wim.wrongCode()));
    var half = at.post(wim.session, "/me/reauthenticate", Map.of("ticket", "abc"));

    assertThat(List.of(none, two, wrong, half))
        .extracting(Visitor.Answer::status)
        .containsOnly(422);
  }

  @Test
  void isARecentProof() throws IOException {
    var xia = somebody();
    var key = xia.key();
    xia.enrolKey(key);
    at.clock.advance(Duration.ofMinutes(6));
    JsonNode asked = at.post(xia.session, "/auth/login/passkey-options", Map.of()).json();
    var proof =
        Map.of("ticket", asked.path("ticket"), "credential", key.get(asked.path("options")));

    var answer = at.post(xia.session, "/me/reauthenticate", proof);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    var session = at.visitor().bearing(answer.json().path("accessToken").asText());
    assertThat(at.post(session, "/me/factors/passkeys/options", null).status()).isEqualTo(200);
  }

  @Test
  void aProofOfSomebodyElseIsNone() throws IOException {
    var yan = somebody();
    var zoe = somebody();
    var key = zoe.key();
    zoe.enrolKey(key);
    JsonNode asked = at.post(zoe.session, "/auth/login/passkey-options", Map.of()).json();
    var proof =
        Map.of("ticket", asked.path("ticket"), "credential", key.get(asked.path("options")));

    assertThat(at.post(yan.session, "/me/reauthenticate", proof).status()).isEqualTo(422);
  }

  @Test
  void whatWasAskedForALoginIsNoProof() throws IOException {
    var ute = somebody();
    var key = ute.key();
    ute.enrolKey(key);
    JsonNode asked = ute.askedAsSecond();
    var proof =
        Map.of("ticket", asked.path("ticket"), "credential", key.get(asked.path("options")));

    assertThat(at.post(ute.session, "/me/reauthenticate", proof).status()).isEqualTo(401);
  }
}
