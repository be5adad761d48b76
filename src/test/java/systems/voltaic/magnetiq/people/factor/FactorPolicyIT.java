package systems.voltaic.magnetiq.people.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.StaffInstance;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Visitor;

/** Whose roles ask for a second factor. */
@Punctual
final class FactorPolicyIT {

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
  void letsAnOwnerWithoutAFactorDoNothingButGetOne() throws IOException {
    at.person("Olga", "super_admin");
    var login = at.login("Olga").json();
    var session = at.visitor().bearing(login.path("accessToken").asText());

    assertThat(login.path("state").asText()).isEqualTo("enrolFactor");
    assertThat(session.get("/api/v1/settings").status()).isEqualTo(403);
    assertThat(at.get(session, "/me/factors").path("required").asBoolean()).isTrue();
  }

  @Test
  void givesAWholeSessionForTheFirstFactor() throws IOException {
    var pia = new Holding(at, "Pia", "super_admin");
    var before = pia.session;

    var answer = pia.enrolPhone();

    var signIn = answer.json().path("signIn");
    var session = at.visitor().bearing(signIn.path("accessToken").asText());
    assertThat(signIn.path("state").asText()).isEqualTo("signedIn");
    assertThat(answer.header("set-cookie")).startsWith("__Host-magnetiq=");
    assertThat(session.get("/api/v1/settings").status()).isEqualTo(200);
    assertShutOut(before);
  }

  @Test
  void aFirstFactorShutsOutWhoeverCameByThePasswordAlone() throws IOException {
    var ed = new Holding(at, "Ed", "editor");
    var thief = at.session("Ed");
    var copy = ed.session;

    ed.enrolPhone();

    assertShutOut(thief);
    assertShutOut(copy);
    assertThat(ed.session.get("/api/v1/me").status()).isEqualTo(200);
    assertThat(ed.enrolKey(ed.key()).status()).isEqualTo(201);
    assertThat(ed.session.get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void aPasswordIsNoProofWhereAFactorWasNeverShown() throws IOException {
    var fay = new Holding(at, "Fay", "viewer");
    fay.enrolPhone();
    Sql.run(
        at.database,
        "UPDATE session SET methods = '{password}' WHERE person_id = '%s'".formatted(fay.id));
    var before = fay.session;
    at.clock.advance(Duration.ofMinutes(6));
    var password = Map.of("password", StaffInstance.PASSWORD);

    var refused = at.post(before, "/me/reauthenticate", password);
    var risen = at.post(before, "/me/reauthenticate", Map.of("code", fay.code()));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("type").asText()).endsWith("/second-proof");
    assertThat(risen.status()).as(risen.body()).isEqualTo(200);
    assertThat(risen.header("set-cookie")).startsWith("__Host-magnetiq=");
    assertShutOut(before);
    var after = at.visitor().bearing(risen.json().path("accessToken").asText());
    assertThat(at.post(after, "/me/reauthenticate", password).status()).isEqualTo(200);
    assertThat(after.get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void givesItForAPasskeyToo() throws IOException {
    var quin = new Holding(at, "Quin", "super_admin");

    var answer = quin.enrolKey(quin.key());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("signIn").path("state").asText()).isEqualTo("signedIn");
  }

  @Test
  void keepsTheLastFactorOfWhoMustHaveOne() throws IOException {
    var rita = new Holding(at, "Rita", "super_admin");
    rita.enrolPhone();

    assertThat(at.delete(rita.session, "/me/factors/totp").status()).isEqualTo(422);
    assertThat(rita.enrolKey(rita.key()).status()).isEqualTo(201);
    assertThat(at.delete(rita.session, "/me/factors/totp").status()).isEqualTo(204);
    String key = at.get(rita.session, "/me/factors").path("passkeys").path(0).path("id").asText();
    var last = at.delete(rita.session, "/me/factors/passkeys/" + key);
    assertThat(last.status()).isEqualTo(422);
    assertThat(last.json().path("type").asText()).contains("last-factor");
  }

  @Test
  void followsARoleThatBeginsToAsk() throws IOException {
    Sql.run(
        at.database,
        "INSERT INTO role (id, name, title, rank, second_factor)"
            + " VALUES (gen_random_uuid(), 'careful', '{\"en\": \"Careful\"}', 5, false)");
    at.person("Stan", "careful");
    assertThat(at.login("Stan").json().path("state").asText()).isEqualTo("signedIn");

    Sql.run(at.database, "UPDATE role SET second_factor = true WHERE name = 'careful'");

    assertThat(at.login("Stan").json().path("state").asText()).isEqualTo("enrolFactor");
  }

  @Test
  void asksNobodyElse() throws IOException {
    at.person("Tess", "viewer");

    assertThat(at.login("Tess").json().path("state").asText()).isEqualTo("signedIn");
  }

  /** What a session was good for ends everywhere within a second. */
  private static void assertShutOut(Visitor session) {
    Eventually.that(
        "the session to be over",
        Duration.ofSeconds(1),
        () -> session.get("/api/v1/me").status() == 401);
  }
}
