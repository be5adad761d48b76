package systems.voltaic.magnetiq.people.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Guest;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Staff;
import systems.voltaic.magnetiq.testkit.Visitor;
import systems.voltaic.magnetiq.testkit.Visitor.Answer;

/** Keys of machines over HTTP. */
class ApiKeyIT {

  private static final String KEYS = "/api/v1/keys";
  private static final String SETTINGS = "/api/v1/settings";
  private static final String MOVE = "; UPDATE access_version SET version = version + 1";

  @TempDir private static Path folder;
  private static URI database;
  private static Platform platform;

  @BeforeAll
  static void start() {
    database = Databases.fresh();
    platform = Platform.start(folder, Platform.on(database, Databases.redisUrl()));
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void openWhatTheyWereMadeForAndNothingElse() throws IOException {
    Guest owner = guest(Staff.OWNER);
    Answer made = make(owner, "\"settings:read\"", "");
    Visitor machine = machine(made);

    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().path("secret").asText()).matches("mq_live_[0-9A-Za-z]{46}");
    assertThat(machine.get(SETTINGS).status()).isEqualTo(200);
    assertThat(machine.get(KEYS).status()).isEqualTo(403);
    assertThat(machine.get("/api/v1/me").status()).isEqualTo(403);
    Eventually.that("the use", () -> used(made).equals("t"));
  }

  @Test
  void canNoMoreThanTheirOwner() throws IOException {
    String person = Staff.person(database, "admin-scopes", "admin");
    Guest admin = guest(person);

    for (String scope : List.of("\"system:manage\"", "\"self\"", "\"*\"", "\"no:such\"")) {
      Answer refused = make(admin, scope, "");
      assertThat(refused.status()).as(scope + refused.body()).isEqualTo(422);
    }
    Answer made = make(admin, "\"jobs:read\",\"settings:read\"", "");
    assertThat(machine(made).get("/api/v1/jobs").status()).isEqualTo(200);

    Sql.run(
        database,
        ("UPDATE person_role SET role_id = (SELECT id FROM role WHERE name = 'viewer')"
                    + " WHERE person_id = '%s'")
                .formatted(person)
            + MOVE);

    Eventually.that("less", () -> machine(made).get("/api/v1/jobs").status() == 403);
    assertThat(machine(made).get(SETTINGS).status()).isEqualTo(200);
    Sql.run(
        database, "UPDATE person SET state = 'deleted' WHERE id = '%s'".formatted(person) + MOVE);
    Eventually.that("nothing", () -> machine(made).get(SETTINGS).status() == 401);
  }

  @Test
  void endAtTheirTime() throws IOException {
    Guest owner = guest(Staff.OWNER);
    assertThat(make(owner, "\"settings:read\"", ",\"expiresAt\":\"2020-01-01T00:00:00Z\"").status())
        .isEqualTo(422);
    assertThat(make(owner, "\"settings:read\"", ",\"expiresAt\":\"2027-99-01T00:00:00Z\"").status())
        .isEqualTo(422);
    Answer german =
        owner
            .visitor()
            .send(
                "POST",
                KEYS,
                Map.of("Accept-Language", "de"),
                draft("\"settings:read\"", ",\"expiresAt\":\"2020-01-01T00:00:00Z\""));
    assertThat(german.body()).contains("key-end", "Zukunft").doesNotContain("Einstellung");
    String soon = Instant.now().plusSeconds(2).toString();
    Answer made =
        make(owner, "\"settings:read\"", ",\"expiresAt\":\"" + soon.substring(0, 19) + "Z\"");
    assertThat(machine(made).get(SETTINGS).status()).isIn(200, 401);

    Eventually.that("the end", () -> machine(made).get(SETTINGS).status() == 401);
  }

  @Test
  void areMadeByWhoProvedAMomentAgoWhoItIs() throws IOException {
    Guest late = guest(Staff.OWNER);
    Sql.run(
        database,
        "UPDATE session SET authenticated_at = now() - interval '6 minutes' WHERE id = '%s'"
                .formatted(late.session())
            + MOVE);
    Eventually.that(
        "what was proved is old", () -> make(late, "\"settings:read\"", "").status() == 403);
    assertThat(make(late, "\"settings:read\"", "").json().path("type").asText())
        .endsWith("/reauthenticate");
    var withKey = platform.api().post(KEYS, "once", draft("\"settings:read\"", ""));
    assertThat(withKey.status()).isEqualTo(403);
  }

  @Test
  void areShownOnce() throws IOException {
    Guest owner = guest(Staff.OWNER);
    String draft = draft("\"settings:read\"", "");
    Answer made = owner.visitor().post(KEYS, "shown-once", draft);

    Answer again = owner.visitor().post(KEYS, "shown-once", draft);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).doesNotContain(made.json().path("secret").asText());
  }

  @Test
  void areSeenByTheirOwnerAndByTheOwnersOfTheInstallation() throws IOException {
    Guest one = guest(Staff.person(database, "admin-one", "admin"));
    Guest other = guest(Staff.person(database, "admin-other", "admin"));
    String path = KEYS + "/" + id(make(one, "\"settings:read\"", ""));

    assertThat(one.visitor().get(KEYS).json().path("total").asInt()).isEqualTo(1);
    assertThat(other.visitor().get(KEYS).json().path("total").asInt()).isZero();
    assertThat(other.visitor().get(path).status()).isEqualTo(404);
    assertThat(delete(other.visitor(), path)).isEqualTo(404);
    assertThat(platform.api().get(path).status()).isEqualTo(200);
    assertThat(delete(one.visitor(), path)).isEqualTo(204);
    assertThat(one.visitor().get(path).json().has("revokedAt")).isTrue();
  }

  @Test
  void areAuditedWithoutTheNamesOfPeople() throws IOException {
    String person = Staff.person(database, "Named Person", "admin");
    Guest owner = guest(person);
    String id = id(make(owner, "\"settings:read\"", ""));
    delete(owner.visitor(), KEYS + "/" + id);

    assertThat(
            Sql.column(
                database,
                "SELECT concat(before, after) FROM audit WHERE subject = 'key:%s'".formatted(id)))
        .hasSize(2)
        .allMatch(entry -> entry.contains(person) && entry.contains("settings:read"))
        .noneMatch(entry -> entry.contains("Named Person"));
  }

  /** Nothing that opens anything is found anywhere but in the answer that hands it out. */
  @Test
  void leaveNoTraceNorDoTokens() throws IOException {
    Guest laid = Guest.laid(database, platform.api(), Staff.OWNER);
    Answer turned = laid.refresh();
    Guest guest = laid.after(turned);
    Answer made = make(guest, "\"settings:read\"", "");
    machine(made).get(SETTINGS);
    machine(made)
        .send("PUT", SETTINGS + "/company.name", Map.of("If-Match", "\"0\""), "{\"value\":\"x\"}");
    var bodies = new ArrayList<String>();
    bodies.add(guest.visitor().get("/api/v1/no-such").body());
    bodies.add(guest.visitor().bearing(guest.token() + "x").get("/api/v1/me").body());
    bodies.add(laid.visitor().bearing(made.json().path("secret").asText() + "x").get(KEYS).body());
    guest.refresh();
    var secrets =
        List.of(
            guest.token(),
            laid.cookie().substring(laid.cookie().indexOf('.') + 1),
            guest.cookie().substring(guest.cookie().indexOf('.') + 1),
            made.json().path("secret").asText());

    for (String secret : secrets) {
      assertThat(String.join("\n", platform.process().output())).doesNotContain(secret);
      assertThat(String.join("\n", bodies)).doesNotContain(secret);
      for (String table : List.of("audit", "idempotency", "session", "api_key", "job")) {
        String hits = "SELECT count(*) FROM %s t WHERE strpos(t::text, '%s') > 0";
        assertThat(Sql.number(database, hits.formatted(table, secret))).as(table).isZero();
      }
    }
  }

  private static Guest guest(String person) throws IOException {
    return Guest.signIn(database, platform.api(), person);
  }

  private static Answer make(Guest guest, String scopes, String more) throws IOException {
    return guest.visitor().send("POST", KEYS, Map.of(), draft(scopes, more));
  }

  private static String draft(String scopes, String more) {
    return "{\"name\":\"Made up\",\"scopes\":[%s]%s}".formatted(scopes, more);
  }

  private static Visitor machine(Answer made) {
    return platform.api().bearing(made.json().path("secret").asText());
  }

  private static String id(Answer made) {
    return made.json().at("/key/id").asText();
  }

  private static String used(Answer made) {
    return Sql.value(
        database,
        "SELECT last_used_at IS NOT NULL FROM api_key WHERE id = '%s'".formatted(id(made)));
  }

  private static int delete(Visitor by, String path) throws IOException {
    return by.send("DELETE", path, Map.of(), "").status();
  }
}
