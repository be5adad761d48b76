package systems.voltaic.magnetiq.people.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import systems.voltaic.magnetiq.secret.Vault;
import systems.voltaic.magnetiq.secret.VaultConfig;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Guest;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Staff;
import systems.voltaic.magnetiq.testkit.Visitor;
import systems.voltaic.magnetiq.testkit.Visitor.Answer;

/** Signing on and off over HTTP. */
class SessionRoutesIT {

  private static final String BASE = "http://www.example.test";
  private static final String ME = "/api/v1/me";
  private static final String MINE = "/api/v1/me/sessions";
  private static final String ALL = "/api/v1/sessions";

  @TempDir private static Path folder;
  private static URI database;
  private static Platform platform;
  private static Visitor nobody;

  @BeforeAll
  static void start() {
    database = Databases.fresh();
    var environment = new HashMap<>(Platform.withDemo(database, Databases.redisUrl()));
    environment.put("BASE_URL", BASE);
    environment.put("CORS_ORIGINS", "https://app.example");
    platform = Platform.start(folder, environment);
    nobody = platform.api().anonymous();
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/people/csrf.csv", delimiter = '|')
  void turnsASessionForOurPagesOnly(
      String what, String origin, String site, String proof, String cookie, int status)
      throws IOException {
    Guest guest = Guest.laid(database, nobody, Staff.OWNER);
    Guest other = Guest.laid(database, nobody, Staff.OWNER);
    String before = kept(guest);
    var headers = new HashMap<String, String>();
    put(headers, "Origin", filled(origin));
    put(headers, "Sec-Fetch-Site", site);
    put(headers, "X-CSRF-Token", proof(proof, guest, other));
    put(headers, "Cookie", cookie(cookie, guest, other));

    Answer answer = nobody.send("POST", "/api/v1/auth/refresh", headers, "");

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    if (status != 200) {
      assertThat(kept(guest)).isEqualTo(before);
      assertThat(answer.header("set-cookie")).isEmpty();
    }
  }

  @Test
  void saysWhoIsSignedIn() throws IOException {
    Guest guest = guest(Staff.person(database, "editor-me", "editor"), "password");

    Answer me = guest.visitor().get(ME);

    assertThat(me.status()).as(me.body()).isEqualTo(200);
    assertThat(me.json().path("email").asText()).isEqualTo("editor-me@example.test");
    assertThat(me.json().path("permissions").toString())
        .isEqualTo(
            "[\"consulting:own\",\"content:publish\",\"content:read\",\"content:write\",\"self\",\"settings:read\"]");
    assertThat(me.json().at("/roles/0/title/de").asText()).isEqualTo("Redaktion");
    assertThat(me.json().at("/secondFactor/required").asBoolean()).isFalse();
    assertThat(me.header("etag")).isEqualTo("\"1\"");
  }

  @Test
  void letsWhoOwesASecondFactorDoNothingElse() throws IOException {
    Guest laid = Guest.laid(database, nobody, Staff.OWNER, "password");
    Answer turned = laid.refresh();
    Visitor visitor = laid.after(turned).visitor();

    assertThat(turned.json().path("state").asText()).isEqualTo("enrolFactor");
    assertThat(visitor.get(ME).json().path("permissions").toString()).isEqualTo("[\"self\"]");
    assertThat(visitor.get(ALL).status()).isEqualTo(403);
  }

  @Test
  void keepsMachinesOutOfWhatIsAPersonsOwn() throws IOException {
    assertThat(platform.api().get(ME).status()).isEqualTo(403);
    assertThat(platform.api().get(MINE).status()).isEqualTo(403);
    assertThat(nobody.get(ME).status()).isEqualTo(401);
  }

  @Test
  void takesNoBadBearerForNobody() throws IOException {
    for (String bad :
        List.of("x", "a.b.c", Staff.KEY + "x", Staff.KEY.toLowerCase(Locale.ROOT), "mq_live_")) {
      Answer answer = nobody.bearing(bad).get("/api/v1/health");
      assertThat(answer.status()).as(bad).isEqualTo(401);
      assertThat(answer.json().path("type").asText()).endsWith("/token-invalid");
    }
    var german = Map.of("Accept-Language", "de", "Authorization", "Bearer x");
    assertThat(nobody.send("GET", ME, german, "").json().path("title").asText())
        .isEqualTo("Das Zugangstoken ist ungültig");
    var basic = Map.of("Authorization", "Basic eDp5");
    assertThat(nobody.send("GET", "/api/v1/health", basic, "").status()).isEqualTo(200);
    assertThat(nobody.send("GET", ME, basic, "").status()).isEqualTo(401);
  }

  @Test
  void signsOutByTheCookieOfOurPages() throws IOException {
    Guest guest = guest(Staff.OWNER);
    var cookie = Map.of("Cookie", guest.cookie());
    String logout = "/api/v1/auth/logout";
    assertThat(nobody.send("POST", logout, cookie, "").status()).isEqualTo(403);

    var proven = Map.of("Cookie", guest.cookie(), "X-CSRF-Token", guest.csrf());
    Answer out = nobody.send("POST", logout, proven, "");

    assertThat(out.status()).isEqualTo(204);
    assertThat(out.header("set-cookie"))
        .isEqualTo("__Host-magnetiq=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
    assertThat(guest.refresh().status()).isEqualTo(401);
    assertThat(nobody.send("POST", logout, Map.of(), "").status()).isEqualTo(204);
  }

  @Test
  void listsAndEndsOnesOwnSessions() throws IOException {
    String person = Staff.person(database, "viewer-own", "viewer");
    Guest here = guest(person);
    Guest there = guest(person);
    Guest foreign = guest(Staff.OWNER);

    var items = here.visitor().get(MINE).json().path("items");
    assertThat(items).hasSize(2);
    assertThat(items.toString()).doesNotContain("example.test").contains("\"current\":true");
    assertThat(delete(here, MINE + "/" + foreign.session()).status()).isEqualTo(404);
    assertThat(delete(here, MINE + "/" + there.session()).status()).isEqualTo(204);
    guest(person);
    assertThat(delete(here, MINE).json().path("ended").asInt()).isEqualTo(1);
    assertThat(here.visitor().get(MINE).json().path("items")).hasSize(1);
    assertThat(foreign.refresh().status()).isEqualTo(200);
  }

  @Test
  void endsNobodysSessionOfAnEqualOrHigherRole() throws IOException {
    Guest admin = guest(Staff.person(database, "admin-end", "admin"));
    Guest equal = guest(Staff.person(database, "admin-equal", "admin"));
    Guest lower = guest(Staff.person(database, "viewer-end", "viewer"));
    Guest higher = guest(Staff.OWNER);

    assertThat(delete(admin, ALL + "/" + equal.session()).status()).isEqualTo(403);
    assertThat(delete(admin, ALL + "/" + higher.session()).status()).isEqualTo(403);
    assertThat(delete(admin, ALL + "/" + lower.session()).status()).isEqualTo(204);
    assertThat(delete(admin, ALL + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(delete(admin, ALL + "/" + admin.session()).status()).isEqualTo(204);
    assertThat(lower.refresh().status()).isEqualTo(401);
  }

  @Test
  void showsEverybodyWhoIsSignedInPageByPage() throws IOException {
    String person = Staff.person(database, "viewer-many", "viewer");
    for (int i = 0; i < 3; i++) {
      guest(person);
    }
    String list = ALL + "?limit=2&person=" + person;

    var first = platform.api().get(list).json();
    var rest = platform.api().get(list + "&cursor=" + first.path("nextCursor").asText()).json();

    assertThat(first.path("total").asInt()).isEqualTo(3);
    assertThat(first.path("items")).hasSize(2);
    assertThat(rest.path("items")).hasSize(1);
    assertThat(first.at("/items/0/person/email").asText()).isEqualTo("viewer-many@example.test");
  }

  @Test
  void letsStaffPassWhileTheSiteIsClosed() throws IOException {
    String setting = "/api/v1/settings/maintenance.enabled";
    Visitor site = platform.site().anonymous();
    Guest guest = guest(Staff.OWNER);
    var known = Map.of("Cookie", guest.cookie());
    var foreign = Map.of("Cookie", guest.cookie() + "x");

    platform.api().put(setting, platform.api().get(setting).header("etag"), "{\"value\":true}");

    Eventually.that("a closed site", () -> site.get("/").status() == 503);
    assertThat(site.send("GET", "/", known, "").status()).isEqualTo(200);
    assertThat(site.send("GET", "/", foreign, "").status()).isEqualTo(503);
    delete(guest, MINE + "/" + guest.session());
    Eventually.that("nobody's cookie", () -> site.send("GET", "/", known, "").status() == 503);
    var open = Map.of("If-Match", platform.api().get(setting).header("etag"));
    platform.api().send("DELETE", setting, open, "");
    Eventually.that("an open site", () -> site.get("/").status() == 200);
  }

  private static Guest guest(String person, String... methods) throws IOException {
    return Guest.signIn(database, nobody, person, methods);
  }

  private static Answer delete(Guest guest, String path) throws IOException {
    return guest.visitor().send("DELETE", path, Map.of(), "");
  }

  private static String kept(Guest guest) {
    return Sql.value(
        database,
        "SELECT encode(refresh, 'hex') || coalesce(ended_by, '') FROM session WHERE id = '%s'"
            .formatted(guest.session()));
  }

  private static String filled(String origin) {
    String authority = "127.0.0.1:" + platform.apiPort();
    return origin == null
        ? null
        : origin
            .replace("{own}", "http://" + authority)
            .replace("{host}", "http://127.0.0.1")
            .replace("{authority}", authority)
            .replace("{base}", BASE);
  }

  private static String proof(String kind, Guest guest, Guest other) {
    String good = guest.csrf();
    return switch (kind) {
      case "good" -> good;
      case "none" -> null;
      case "empty" -> "";
      case "other-session" -> other.csrf();
      case "random" -> "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";
      case "cut" -> good.substring(0, 20);
      case "longer" -> good + "A";
      case "session-id" -> guest.session();
      case "of-another-key" -> foreign(guest.session());
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static String foreign(String session) {
    var config = new VaultConfig("somebody-else-s-made-up-key", Optional.empty());
    return new Vault(config, new java.security.SecureRandom()).prove("csrf", session);
  }

  private static String cookie(String kind, Guest guest, Guest other) {
    String good = guest.cookie();
    String secret = good.substring(good.indexOf('.') + 1);
    return switch (kind) {
      case "good" -> good;
      case "none" -> null;
      case "other-name" -> good.replace("__Host-", "");
      case "no-secret" -> good.substring(0, good.indexOf('.'));
      case "no-session" -> "__Host-magnetiq=." + secret;
      case "twice" -> good + "; " + other.cookie();
      case "other-session" -> other.cookie();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static void put(Map<String, String> headers, String name, String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }
}
