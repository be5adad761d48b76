package systems.voltaic.magnetiq.people.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.redis.RedisServer;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Guest;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Staff;
import systems.voltaic.magnetiq.testkit.Visitor;

/** What somebody may no longer do is over on every instance within a second. */
@Needs(Program.REDIS)
@Punctual
class RevocationIT {

  private static final int TIMES = 10;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String ME = "/api/v1/me";
  private static final String MOVE = "UPDATE access_version SET version = version + 1; ";

  @TempDir private static Path folder;
  private static URI database;
  private static RedisServer redis;
  private static Platform one;
  private static Platform other;

  @BeforeAll
  static void start() {
    database = Databases.fresh();
    redis = new RedisServer();
    var environment = Platform.on(database, redis.config().url());
    one = Platform.launch(folder, environment);
    other = Platform.launch(folder, environment);
    one.ready();
    other.ready();
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
    redis.close();
  }

  @Test
  void takesLessThanASecondWithAndWithoutRedis() throws IOException {
    var with = allKinds("with Redis");
    redis.kill();
    var without = allKinds("without Redis");
    redis.start();

    assertThat(with).allMatch(took -> took.compareTo(SECOND) < 0);
    assertThat(without).allMatch(took -> took.compareTo(SECOND) < 0);
  }

  private List<Duration> allKinds(String how) throws IOException {
    var all = new ArrayList<Duration>();
    for (int i = 0; i < TIMES; i++) {
      all.add(logout());
      all.add(sessionEnded());
      all.add(keyRevoked());
      all.add(roleTaken(how.replace(' ', '-') + i));
      all.add(deactivated(how.replace(' ', '-') + i));
    }
    System.out.printf(
        "%d revocations seen on the other instance %s: slowest %d ms%n",
        all.size(), how, all.stream().max(Duration::compareTo).orElseThrow().toMillis());
    return all;
  }

  private static Duration logout() throws IOException {
    Guest guest = guest(Staff.OWNER);
    Guest there = known(guest);
    assertThat(guest.visitor().send("POST", "/api/v1/auth/logout", Map.of(), "").status())
        .isEqualTo(204);
    return until(there.visitor(), ME, 401);
  }

  private static Duration sessionEnded() throws IOException {
    Guest guest = guest(Staff.OWNER);
    Guest there = known(guest);
    String path = "/api/v1/sessions/" + guest.session();
    assertThat(one.api().send("DELETE", path, Map.of(), "").status()).isEqualTo(204);
    return until(there.visitor(), ME, 401);
  }

  private static Duration keyRevoked() throws IOException {
    Guest guest = guest(Staff.OWNER);
    var made =
        guest
            .visitor()
            .send(
                "POST",
                "/api/v1/keys",
                Map.of(),
                "{\"name\":\"Machine\",\"scopes\":[\"settings:read\"]}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    Visitor machine = other.api().bearing(made.json().path("secret").asText());
    assertThat(machine.get("/api/v1/settings").status()).isEqualTo(200);
    String path = "/api/v1/keys/" + made.json().at("/key/id").asText();
    assertThat(guest.visitor().send("DELETE", path, Map.of(), "").status()).isEqualTo(204);
    return until(machine, "/api/v1/settings", 401);
  }

  private static Duration roleTaken(String name) throws IOException {
    String person = Staff.person(database, "role-" + name, "admin");
    Guest there = known(guest(person));
    assertThat(there.visitor().get("/api/v1/keys").status()).isEqualTo(200);
    Sql.run(database, MOVE + "DELETE FROM person_role WHERE person_id = '%s'".formatted(person));
    return until(there.visitor(), "/api/v1/keys", 403);
  }

  private static Duration deactivated(String name) throws IOException {
    String person = Staff.person(database, "state-" + name, "admin");
    Guest there = known(guest(person));
    String change = "UPDATE person SET state = 'deactivated' WHERE id = '%s'".formatted(person);
    Sql.run(database, MOVE + change);
    return until(there.visitor(), ME, 401);
  }

  private static Guest guest(String person) throws IOException {
    return Guest.signIn(database, one.api(), person);
  }

  /** The other instance has it in its memory. */
  private static Guest known(Guest guest) throws IOException {
    Guest there = guest.at(other.api());
    assertThat(there.visitor().get(ME).status()).isEqualTo(200);
    assertThat(there.visitor().get(ME).status()).isEqualTo(200);
    return there;
  }

  private static Duration until(Visitor there, String path, int status) {
    long began = System.nanoTime();
    Eventually.that(status + " from " + path, () -> there.get(path).status() == status);
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
