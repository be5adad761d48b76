package systems.voltaic.magnetiq.people.sso;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.StaffInstance;
import systems.voltaic.magnetiq.testkit.Sql;

/** Who gets in by a provider of identities, and how far. */
final class SsoIT {

  private static SsoRoom room;

  @BeforeAll
  static void start() {
    room = new SsoRoom();
  }

  @AfterAll
  static void stop() {
    room.close();
  }

  @Test
  void letsInWhomTheProviderVouchesFor() throws IOException {
    room.at.person("Ada", "editor");
    room.provider.is(SsoRoom.somebody("Ada", true));

    SsoRoom.Way way = room.set();
    var back = room.back(way);
    var answer = room.complete(way, back);

    assertThat(way.provider().toString())
        .startsWith(room.provider.issuer())
        .contains("code_challenge_method=S256", "nonce=", "state=", "response_type=code");
    assertThat(way.cookie()).startsWith("__Host-magnetiq-sso=");
    assertThat(back)
        .startsWith(room.at.base() + "/admin/sso#ticket=")
        .endsWith("&return=%2Fadmin%2Fpeople");
    assertThat(answer.json().path("state").asText()).as(answer.body()).isEqualTo("signedIn");
    assertThat(answer.header("set-cookie")).startsWith("__Host-magnetiq=");
    assertThat(room.at.letters("Ada")).containsExactly("sso-linked");
  }

  @Test
  void theAuditSaysWhoSignedIn() throws IOException {
    var ann = room.at.person("Ann", "editor");
    room.provider.is(SsoRoom.somebody("Ann", true));
    room.signIn();

    assertThat(
            Sql.column(
                room.at.database,
                "SELECT action FROM audit WHERE actor = 'person:%s'".formatted(ann)))
        .contains("session.opened", "login.succeeded");
  }

  @Test
  void remembersWhoItWas() throws IOException {
    room.at.person("Bea", "editor");
    room.provider.is(SsoRoom.somebody("Bea", true));
    room.signIn();
    Sql.run(
        room.at.database,
        "UPDATE person SET email = 'new@example.test', email_key = 'new@example.test' WHERE name = 'Bea'");

    assertThat(room.signIn().json().path("person").path("name").asText()).isEqualTo("Bea");
    assertThat(room.at.letters("Bea")).containsExactly("sso-linked");
  }

  @Test
  void saysInTheOptionsThatItIsThere() throws IOException {
    assertThat(room.at.get(room.at.visitor(), "/auth/options").path("sso").path("name").asText())
        .isEqualTo("Example ID");
  }

  @Test
  void asksForOnesOwnSecondFactorWhereTheProviderDidNot() throws IOException {
    var cid = room.at.person("Cid", "editor");
    room.phone(cid);
    room.provider.is(SsoRoom.somebody("Cid", true));

    JsonNode answer = room.signIn().json();

    assertThat(answer.path("state").asText()).isEqualTo("secondFactor");
    assertThat(answer.path("factors").path(0).asText()).isEqualTo("totp");
    assertThat(answer.has("accessToken")).isFalse();
  }

  @Test
  void believesAProviderThatAskedForMore() throws IOException {
    var dan = room.at.person("Dan", "super_admin");
    room.phone(dan);
    room.provider.is(
        Map.of(
            "account",
            "dan",
            "email",
            StaffInstance.email("Dan"),
            "verified",
            true,
            "strong",
            true));

    JsonNode answer = room.signIn().json();

    assertThat(answer.path("state").asText()).isEqualTo("signedIn");
    assertThat(answer.path("person").path("permissions").size()).isGreaterThan(5);
  }

  @Test
  void itsWordAloneIsNoSecondFactor() throws IOException {
    room.at.person("Eve", "super_admin");
    room.provider.is(SsoRoom.somebody("Eve", true));

    assertThat(room.signIn().json().path("state").asText()).isEqualTo("enrolFactor");
  }

  @Test
  void followsTheProviderToANewKey() throws IOException {
    room.at.person("Pam", "editor");
    room.provider.is(SsoRoom.somebody("Pam", true));
    room.signIn();
    room.provider.close();
    var away = room.at.visitor().get("/api/v1/auth/sso");
    room.provider.start();
    room.provider.is(SsoRoom.somebody("Pam", true));
    room.at.clock.advance(Duration.ofSeconds(31));

    assertThat(away.status()).as("what is remembered is enough to begin").isEqualTo(302);
    assertThat(room.signIn().json().path("state").asText()).isEqualTo("signedIn");
  }
}
