package systems.voltaic.magnetiq.people.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.StaffInstance;
import systems.voltaic.magnetiq.testkit.Sql;

/** What a provider, a browser or somebody between them may not do. */
final class SsoRefusalsIT {

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
  void theCookieIsForThisBrowserOnly() throws IOException {
    var answer = room.at.visitor().get("/api/v1/auth/sso");

    assertThat(answer.header("set-cookie"))
        .contains("; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600");
  }

  @Test
  void makesNobody() throws IOException {
    room.provider.is(SsoRoom.somebody("Stranger", true));

    assertThat(room.back(room.set())).isEqualTo(room.at.base() + "/admin/sso#error=sso-refused");
    assertThat(Sql.number(room.at.database, "SELECT count(*) FROM person WHERE name = 'Stranger'"))
        .isZero();
  }

  @Test
  void refusesAnAddressThatWasNotVerified() throws IOException {
    room.at.person("Fay", "editor");
    room.provider.is(SsoRoom.somebody("Fay", false));

    assertThat(room.back(room.set())).endsWith("#error=sso-refused");
    assertThat(
            Sql.number(room.at.database, "SELECT count(*) FROM sso_identity WHERE subject = 'fay'"))
        .isZero();
  }

  @Test
  void refusesWhoIsNotActive() throws IOException {
    room.at.person("Gus", "editor");
    room.provider.is(SsoRoom.somebody("Gus", true));
    room.signIn();
    Sql.run(room.at.database, "UPDATE person SET state = 'deactivated' WHERE name = 'Gus'");

    assertThat(room.back(room.set())).endsWith("#error=sso-refused");
  }

  @Test
  void refusesASecondIdentityForTheSamePerson() throws IOException {
    room.at.person("Hal", "editor");
    room.provider.is(SsoRoom.somebody("Hal", true));
    room.signIn();
    room.provider.is(
        Map.of("account", "other", "email", StaffInstance.email("Hal"), "verified", true));

    assertThat(room.back(room.set())).endsWith("#error=sso-refused");
  }

  @Test
  void refusesTheStateOfAnotherBrowser() throws IOException {
    room.at.person("Ida", "editor");
    room.provider.is(SsoRoom.somebody("Ida", true));
    SsoRoom.Way mine = room.set();
    SsoRoom.Way victims = room.set();
    URI callback = room.provider.visit(mine.provider());

    assertThat(room.arrive(victims.cookie(), callback)).endsWith("#error=sso-refused");
    assertThat(room.arrive("", callback)).endsWith("#error=sso-refused");
    assertThat(room.arrive(mine.cookie(), callback)).contains("#ticket=");
  }

  @Test
  void refusesTheCodeOfAnotherWay() throws IOException {
    room.at.person("Jan", "editor");
    room.provider.is(SsoRoom.somebody("Jan", true));
    SsoRoom.Way one = room.set();
    SsoRoom.Way other = room.set();
    String code = SsoRoom.parameter(room.provider.visit(one.provider()), "code");
    URI callback = room.provider.visit(other.provider());

    String mixed = callback.toString().replace(SsoRoom.parameter(callback, "code"), code);
    assertThat(room.arrive(other.cookie(), URI.create(mixed))).endsWith("#error=sso-refused");
  }

  @Test
  void refusesAReplay() throws IOException {
    room.at.person("Kim", "editor");
    room.provider.is(SsoRoom.somebody("Kim", true));
    SsoRoom.Way way = room.set();
    URI callback = room.provider.visit(way.provider());
    room.arrive(way.cookie(), callback);

    assertThat(room.arrive(way.cookie(), callback)).endsWith("#error=sso-refused");
  }

  @Test
  void refusesAnotherIssuer() throws IOException {
    room.at.person("Lea", "editor");
    room.provider.is(SsoRoom.somebody("Lea", true));
    SsoRoom.Way way = room.set();
    String callback = room.provider.visit(way.provider()).toString();
    String foreign = callback.replaceFirst("iss=[^&]+", "iss=https%3A%2F%2Fevil.example.test");
    SsoRoom.Way next = room.set();
    String without =
        room.provider.visit(next.provider()).toString().replaceFirst("&?iss=[^&]+", "");

    assertThat(room.arrive(way.cookie(), URI.create(foreign))).endsWith("#error=sso-refused");
    assertThat(room.arrive(next.cookie(), URI.create(without))).endsWith("#error=sso-refused");
  }

  @Test
  void refusesWhatTheProviderRefused() throws IOException {
    room.provider.is(Map.of("account", "max", "denies", true));

    assertThat(room.back(room.set())).endsWith("#error=sso-refused");
  }

  @Test
  void refusesAWayThatTookTooLong() throws IOException {
    room.at.person("Ned", "editor");
    room.provider.is(SsoRoom.somebody("Ned", true));
    SsoRoom.Way way = room.set();
    URI callback = room.provider.visit(way.provider());
    room.at.clock.advance(Duration.ofMinutes(11));

    assertThat(room.arrive(way.cookie(), callback)).endsWith("#error=sso-refused");
  }

  @Test
  void theTicketIsGoodOnceAndInTheSameBrowser() throws IOException {
    room.at.person("Oda", "editor");
    room.provider.is(SsoRoom.somebody("Oda", true));
    SsoRoom.Way way = room.set();
    String back = room.back(way);

    assertThat(room.complete(room.set(), back).status()).isEqualTo(401);
    assertThat(room.complete(new SsoRoom.Way("", way.provider()), back).status()).isEqualTo(401);
    assertThat(room.complete(way, back).status()).isEqualTo(200);
    assertThat(room.complete(way, back).status()).isEqualTo(401);
  }

  @Test
  void goesNowhereButTheAdmin() throws IOException {
    for (String page :
        List.of("https://evil.example.test", "//evil.example.test", "/other", "/admin/%5Cevil")) {
      var answer = room.at.visitor().get("/api/v1/auth/sso?return=" + page);
      assertThat(answer.status()).as(page).isEqualTo(400);
    }
  }
}
