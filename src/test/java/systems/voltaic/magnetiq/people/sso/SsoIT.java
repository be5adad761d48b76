package systems.voltaic.magnetiq.people.sso;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.StaffInstance;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Visitor;

/** Single sign-on with a real provider. */
@Needs(Program.NODE)
final class SsoIT {

  private static StaffInstance at;
  private static OidcProvider provider;

  /** One browser on its way. */
  private record Way(String cookie, URI provider) {}

  @BeforeAll
  static void start() {
    int port = Platform.freePort();
    provider = new OidcProvider("http://localhost:" + port + "/api/v1/auth/sso/callback");
    at =
        StaffInstance.start(
            Map.of(
                "PORT",
                Integer.toString(port),
                "BASE_URL",
                "http://localhost:" + port,
                "SSO_ISSUER",
                provider.issuer(),
                "SSO_CLIENT_ID",
                "magnetiq",
                "SSO_CLIENT_SECRET",
                OidcProvider.SECRET,
                "SSO_NAME",
                "Example ID"));
  }

  @AfterAll
  static void stop() {
    at.close();
    provider.close();
  }

  @Test
  void letsInWhomTheProviderVouchesFor() throws IOException {
    at.person("Ada", "editor");
    provider.is(somebody("Ada", true));

    Way way = set();
    var back = back(way);
    var answer = complete(way, back);

    assertThat(way.provider().toString())
        .startsWith(provider.issuer())
        .contains("code_challenge_method=S256", "nonce=", "state=", "response_type=code");
    assertThat(way.cookie()).startsWith("__Host-magnetiq-sso=");
    assertThat(back)
        .startsWith(at.base() + "/admin/sso#ticket=")
        .endsWith("&return=%2Fadmin%2Fpeople");
    assertThat(answer.json().path("state").asText()).as(answer.body()).isEqualTo("signedIn");
    assertThat(answer.header("set-cookie")).startsWith("__Host-magnetiq=");
    assertThat(at.letters("Ada")).containsExactly("sso-linked");
  }

  @Test
  void theCookieIsForThisBrowserOnly() throws IOException {
    var answer = at.visitor().get("/api/v1/auth/sso");

    assertThat(answer.header("set-cookie"))
        .contains("; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600");
  }

  @Test
  void remembersWhoItWas() throws IOException {
    at.person("Bea", "editor");
    provider.is(somebody("Bea", true));
    signIn();
    Sql.run(
        at.database,
        "UPDATE person SET email = 'new@example.test', email_key = 'new@example.test' WHERE name = 'Bea'");

    assertThat(signIn().json().path("person").path("name").asText()).isEqualTo("Bea");
    assertThat(at.letters("Bea")).containsExactly("sso-linked");
  }

  @Test
  void saysInTheOptionsThatItIsThere() throws IOException {
    assertThat(at.get(at.visitor(), "/auth/options").path("sso").path("name").asText())
        .isEqualTo("Example ID");
  }

  @Test
  void asksForOnesOwnSecondFactorWhereTheProviderDidNot() throws IOException {
    var cid = at.person("Cid", "editor");
    phone(cid);
    provider.is(somebody("Cid", true));

    JsonNode answer = signIn().json();

    assertThat(answer.path("state").asText()).isEqualTo("secondFactor");
    assertThat(answer.path("factors").path(0).asText()).isEqualTo("totp");
    assertThat(answer.has("accessToken")).isFalse();
  }

  @Test
  void believesAProviderThatAskedForMore() throws IOException {
    var dan = at.person("Dan", "super_admin");
    phone(dan);
    provider.is(
        Map.of(
            "account",
            "dan",
            "email",
            StaffInstance.email("Dan"),
            "verified",
            true,
            "strong",
            true));

    JsonNode answer = signIn().json();

    assertThat(answer.path("state").asText()).isEqualTo("signedIn");
    assertThat(answer.path("person").path("permissions").size()).isGreaterThan(5);
  }

  @Test
  void itsWordAloneIsNoSecondFactor() throws IOException {
    at.person("Eve", "super_admin");
    provider.is(somebody("Eve", true));

    assertThat(signIn().json().path("state").asText()).isEqualTo("enrolFactor");
  }

  @Test
  void makesNobody() throws IOException {
    provider.is(somebody("Stranger", true));

    assertThat(back(set())).isEqualTo(at.base() + "/admin/sso#error=sso-refused");
    assertThat(Sql.number(at.database, "SELECT count(*) FROM person WHERE name = 'Stranger'"))
        .isZero();
  }

  @Test
  void refusesAnAddressThatWasNotVerified() throws IOException {
    at.person("Fay", "editor");
    provider.is(somebody("Fay", false));

    assertThat(back(set())).endsWith("#error=sso-refused");
    assertThat(Sql.number(at.database, "SELECT count(*) FROM sso_identity WHERE subject = 'fay'"))
        .isZero();
  }

  @Test
  void refusesWhoIsNotActive() throws IOException {
    at.person("Gus", "editor");
    provider.is(somebody("Gus", true));
    signIn();
    Sql.run(at.database, "UPDATE person SET state = 'deactivated' WHERE name = 'Gus'");

    assertThat(back(set())).endsWith("#error=sso-refused");
  }

  @Test
  void refusesASecondIdentityForTheSamePerson() throws IOException {
    at.person("Hal", "editor");
    provider.is(somebody("Hal", true));
    signIn();
    provider.is(Map.of("account", "other", "email", StaffInstance.email("Hal"), "verified", true));

    assertThat(back(set())).endsWith("#error=sso-refused");
  }

  @Test
  void refusesTheStateOfAnotherBrowser() throws IOException {
    at.person("Ida", "editor");
    provider.is(somebody("Ida", true));
    Way mine = set();
    Way victims = set();
    URI callback = provider.visit(mine.provider());

    assertThat(arrive(victims.cookie(), callback)).endsWith("#error=sso-refused");
    assertThat(arrive("", callback)).endsWith("#error=sso-refused");
    assertThat(arrive(mine.cookie(), callback)).contains("#ticket=");
  }

  @Test
  void refusesTheCodeOfAnotherWay() throws IOException {
    at.person("Jan", "editor");
    provider.is(somebody("Jan", true));
    Way one = set();
    Way other = set();
    String code = parameter(provider.visit(one.provider()), "code");
    URI callback = provider.visit(other.provider());

    String mixed = callback.toString().replace(parameter(callback, "code"), code);
    assertThat(arrive(other.cookie(), URI.create(mixed))).endsWith("#error=sso-refused");
  }

  @Test
  void refusesAReplay() throws IOException {
    at.person("Kim", "editor");
    provider.is(somebody("Kim", true));
    Way way = set();
    URI callback = provider.visit(way.provider());
    arrive(way.cookie(), callback);

    assertThat(arrive(way.cookie(), callback)).endsWith("#error=sso-refused");
  }

  @Test
  void refusesAnotherIssuer() throws IOException {
    at.person("Lea", "editor");
    provider.is(somebody("Lea", true));
    Way way = set();
    String callback = provider.visit(way.provider()).toString();
    String foreign = callback.replaceFirst("iss=[^&]+", "iss=https%3A%2F%2Fevil.example.test");
    Way next = set();
    String without = provider.visit(next.provider()).toString().replaceFirst("&?iss=[^&]+", "");

    assertThat(arrive(way.cookie(), URI.create(foreign))).endsWith("#error=sso-refused");
    assertThat(arrive(next.cookie(), URI.create(without))).endsWith("#error=sso-refused");
  }

  @Test
  void refusesWhatTheProviderRefused() throws IOException {
    provider.is(Map.of("account", "max", "denies", true));

    assertThat(back(set())).endsWith("#error=sso-refused");
  }

  @Test
  void refusesAWayThatTookTooLong() throws IOException {
    at.person("Ned", "editor");
    provider.is(somebody("Ned", true));
    Way way = set();
    URI callback = provider.visit(way.provider());
    at.clock.advance(Duration.ofMinutes(11));

    assertThat(arrive(way.cookie(), callback)).endsWith("#error=sso-refused");
  }

  @Test
  void theTicketIsGoodOnceAndInTheSameBrowser() throws IOException {
    at.person("Oda", "editor");
    provider.is(somebody("Oda", true));
    Way way = set();
    String back = back(way);

    assertThat(complete(set(), back).status()).isEqualTo(401);
    assertThat(complete(new Way("", way.provider()), back).status()).isEqualTo(401);
    assertThat(complete(way, back).status()).isEqualTo(200);
    assertThat(complete(way, back).status()).isEqualTo(401);
  }

  @Test
  void goesNowhereButTheAdmin() throws IOException {
    for (String page :
        List.of("https://evil.example.test", "//evil.example.test", "/other", "/admin/%5Cevil")) {
      var answer = at.visitor().get("/api/v1/auth/sso?return=" + page);
      assertThat(answer.status()).as(page).isEqualTo(400);
    }
  }

  @Test
  void followsTheProviderToANewKey() throws IOException {
    at.person("Pam", "editor");
    provider.is(somebody("Pam", true));
    signIn();
    provider.close();
    var away = at.visitor().get("/api/v1/auth/sso");
    provider.start();
    provider.is(somebody("Pam", true));
    at.clock.advance(Duration.ofSeconds(31));

    assertThat(away.status()).as("what is remembered is enough to begin").isEqualTo(302);
    assertThat(signIn().json().path("state").asText()).isEqualTo("signedIn");
  }

  private static Map<String, ?> somebody(String name, boolean verified) {
    String account = name.toLowerCase(Locale.ROOT);
    return Map.of("account", account, "email", StaffInstance.email(name), "verified", verified);
  }

  private static void phone(UUID person) {
    Sql.run(
        at.database,
        "INSERT INTO totp (person_id, secret, confirmed_at) VALUES ('" + person + "', 'x', now())");
  }

  private static Way set() throws IOException {
    var answer = at.visitor().get("/api/v1/auth/sso?return=/admin/people");
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    String cookie = answer.header("set-cookie");
    return new Way(cookie.substring(0, cookie.indexOf(';')), URI.create(answer.header("location")));
  }

  private static String back(Way way) throws IOException {
    return arrive(way.cookie(), provider.visit(way.provider()));
  }

  private static String arrive(String cookie, URI callback) throws IOException {
    String path = callback.getRawPath() + "?" + callback.getRawQuery();
    var headers = cookie.isEmpty() ? Map.<String, String>of() : Map.of("Cookie", cookie);
    var answer = at.visitor().send("GET", path, headers, "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    return answer.header("location");
  }

  private static Visitor.Answer complete(Way way, String back) throws IOException {
    String ticket = back.replaceFirst(".*#ticket=", "").replaceFirst("&.*", "");
    var headers =
        way.cookie().isEmpty() ? Map.<String, String>of() : Map.of("Cookie", way.cookie());
    return at.visitor()
        .send("POST", "/api/v1/auth/login/sso", headers, "{\"ticket\": \"" + ticket + "\"}");
  }

  private static Visitor.Answer signIn() throws IOException {
    Way way = set();
    String back = back(way);
    assertThat(back).contains("#ticket=");
    return complete(way, back);
  }

  private static String parameter(URI url, String name) {
    return url.getRawQuery().replaceFirst("(.*&)?" + name + "=", "").replaceFirst("&.*", "");
  }
}
