package systems.voltaic.magnetiq.people.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import systems.voltaic.magnetiq.StaffInstance;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Visitor;

/** The whole program beside a provider of identities, and a browser that goes between them. */
final class SsoRoom implements AutoCloseable {

  /** One browser on its way. */
  record Way(String cookie, URI provider) {}

  final OidcProvider provider;
  final StaffInstance at;

  SsoRoom() {
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

  static Map<String, ?> somebody(String name, boolean verified) {
    String account = name.toLowerCase(Locale.ROOT);
    return Map.of("account", account, "email", StaffInstance.email(name), "verified", verified);
  }

  void phone(UUID person) {
    Sql.run(
        at.database,
        "INSERT INTO totp (person_id, secret, confirmed_at) VALUES ('" + person + "', 'x', now())");
  }

  Way set() throws IOException {
    var answer = at.visitor().get("/api/v1/auth/sso?return=/admin/people");
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    String cookie = answer.header("set-cookie");
    return new Way(cookie.substring(0, cookie.indexOf(';')), URI.create(answer.header("location")));
  }

  String back(Way way) throws IOException {
    return arrive(way.cookie(), provider.visit(way.provider()));
  }

  String arrive(String cookie, URI callback) throws IOException {
    keepUp();
    String path = callback.getRawPath() + "?" + callback.getRawQuery();
    var headers = cookie.isEmpty() ? Map.<String, String>of() : Map.of("Cookie", cookie);
    var answer = at.visitor().send("GET", path, headers, "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    return answer.header("location");
  }

  /** The provider goes by the real time, and what it signs must not be from later than now. */
  private void keepUp() {
    var real = Instant.now();
    if (at.clock.instant().isBefore(real)) {
      at.clock.set(real);
    }
  }

  Visitor.Answer complete(Way way, String back) throws IOException {
    String ticket = back.replaceFirst(".*#ticket=", "").replaceFirst("&.*", "");
    var headers =
        way.cookie().isEmpty() ? Map.<String, String>of() : Map.of("Cookie", way.cookie());
    return at.visitor()
        .send("POST", "/api/v1/auth/login/sso", headers, "{\"ticket\": \"" + ticket + "\"}");
  }

  Visitor.Answer signIn() throws IOException {
    Way way = set();
    String back = back(way);
    assertThat(back).contains("#ticket=");
    return complete(way, back);
  }

  static String parameter(URI url, String name) {
    return url.getRawQuery().replaceFirst("(.*&)?" + name + "=", "").replaceFirst("&.*", "");
  }

  @Override
  public void close() {
    at.close();
    provider.close();
  }
}
