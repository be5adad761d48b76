package systems.voltaic.magnetiq.people.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.ChildProcess;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.EmbeddedData;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.JavaProcess;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Visitor;
import systems.voltaic.magnetiq.testkit.Visitor.Answer;

/** From an empty installation to somebody who is signed in, as operators and owners see it. */
@Punctual
class OwnersIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String PASSWORD = "canary of forty rusty bells";
  private static final String INVITE = "/api/v1/auth/invite";
  private static final String LOGIN = "/api/v1/auth/login";
  private static final String FACTORS = "/api/v1/me/factors/totp";

  /** What JSON there is where a token should be; none of it opens anything. */
  private static final List<String> NO_TOKENS =
      List.of(
          "{}", "[]", "[\"x\"]", "true", "null", "0", "1.5", "\"\"", "\"" + "x".repeat(101) + "\"");

  @TempDir private Path folder;

  @Test
  void walksFromTheCommandLineToASession() throws IOException {
    URI database = Databases.fresh();
    var environment = new HashMap<>(Platform.on(database, Databases.redisUrl()));
    environment.put("DATA_DIR", folder.resolve("data").toString());
    environment.put("RATE_LIMIT_LOGIN_MINUTE", "100000");
    String made =
        command(environment, 0, "create-admin", "--email", "olga@example.com", "--name", "Olga");
    String token = made.replaceAll("(?s).*/admin/setup#token=([\\w-]{43}).*", "$1");
    assertThat(token).hasSize(43);
    assertThat(made).contains("http://localhost:8036/admin/setup#token=");

    try (var platform = Platform.launch(folder, environment).readyAlone()) {
      Visitor visitor = Visitor.of("http://127.0.0.1:" + platform.apiPort());
      assertThat(platform.process().output()).noneMatch(line -> line.contains("#token="));
      JsonNode shown = post(visitor, INVITE, "{\"token\":\"%s\"}".formatted(token), 200).json();
      assertThat(shown.path("email").asText()).isEqualTo("olga@example.com");
      assertThat(shown.path("kind").asText()).isEqualTo("setup");
      for (String none : NO_TOKENS) {
        refusesWhatIsNoToken(visitor, none);
      }

      Answer in = accept(visitor, token, 200);
      assertThat(in.json().path("state").asText()).isEqualTo("enrolFactor");
      accept(visitor, token, 410);
      Answer login = post(visitor, LOGIN, login(PASSWORD), 200);
      assertThat(login.header("set-cookie")).startsWith("__Host-magnetiq=").contains("HttpOnly");
      Visitor owner = visitor.bearing(login.json().path("accessToken").asText());
      assertThat(owner.get("/api/v1/me").json().path("email").asText())
          .isEqualTo("olga@example.com");
      assertThat(owner.get("/api/v1/settings").status()).isEqualTo(403);

      String seed = beginPhone(owner);
      post(visitor, LOGIN, login("canary of a wrong one"), 401);
      post(visitor, "/api/v1/auth/reset", "{\"email\":\"olga@example.com\"}", 202);
      String mailed = resetToken(database);
      post(
          visitor,
          "/api/v1/auth/reset/complete",
          "{\"token\":\"%s\",\"password\":\"canary of eighty rusty bells\"}".formatted(mailed),
          204);
      Eventually.that("the end of the session", Duration.ofSeconds(1), () -> isOut(owner));
      assertKeepsNoSecret(database, platform, List.of("canary of", token, mailed, seed));
    }
    leaveHalfWay(database);
    assertThat(command(environment, 0, "reset-factors", "--email", "OLGA@example.com"))
        .contains("removed");
    assertThat(command(environment, 1, "reset-factors", "--email", "nobody@example.com"))
        .contains("nobody has the e-mail address nobody@example.com");
    assertThat(
            command(environment, 1, "create-admin", "--email", "olga@example.com", "--name", "O"))
        .contains("somebody has the e-mail address olga@example.com already");
    assertThat(Sql.column(database, "SELECT actor FROM audit WHERE action = 'factors.reset'"))
        .containsExactly("system:command");
    assertThat(Sql.number(database, "SELECT count(*) FROM totp")).isZero();
    assertThat(Sql.number(database, "SELECT count(*) FROM token WHERE purpose = 'factor'"))
        .as("who lost the factors begins anew")
        .isZero();
    assertThat(Sql.column(database, "SELECT template FROM mail ORDER BY template"))
        .containsExactly("factors-reset", "password-changed", "reset");
  }

  @Test
  void showsASetupLinkUntilSomebodyOwnsThePlace() throws IOException {
    EmbeddedData.in(folder);
    var environment =
        Map.of("DATA_DIR", folder.resolve("data").toString(), "ROLES", "api,schedule");
    assertThat(
            command(environment, 0, "create-admin", "--email", "olga@example.com", "--name", "O"))
        .contains("/admin/setup#token=");
    try (var platform = Platform.launch(folder, environment).readyAlone()) {
      String line = platform.process().awaitLine("Setup", PATIENCE);
      String token = line.replaceAll(".*/admin/setup#token=", "").strip();
      Visitor visitor = Visitor.of("http://127.0.0.1:" + platform.apiPort());
      String arrival =
          """
          {"token": "%s", "name": "Ida", "password": "%s", "language": "de",
           "email": "ida@example.com"}
          """
              .formatted(token, PASSWORD);
      assertThat(post(visitor, INVITE + "/accept", arrival, 200).json().path("state").asText())
          .isEqualTo("enrolFactor");
      assertThat(platform.stop()).isIn(0, 143);
    }
    try (var platform = Platform.launch(folder, environment).readyAlone()) {
      assertThat(platform.process().output()).noneMatch(line -> line.contains("#token="));
    }
  }

  /** The seed of a phone, after a code that was wrong; all of it under keys for repeats. */
  private static String beginPhone(Visitor owner) throws IOException {
    Answer begun = owner.send("POST", FACTORS, Map.of("Idempotency-Key", "made-up-begin"), "");
    assertThat(begun.status()).as(begun.body()).isEqualTo(200);
    String seed = begun.json().path("secret").asText();
    assertThat(seed).matches("[A-Z2-7]{32}");
    var key = Map.of("Idempotency-Key", "made-up-confirm");
    Answer wrong = owner.send("POST", FACTORS + "/confirm", key, "{\"code\":\"000000\"}");
    assertThat(wrong.status()).as(wrong.body()).isEqualTo(422);
    assertThat(wrong.body()).doesNotContain(seed);
    owner.send("POST", FACTORS + "/confirm", Map.of(), "{\"code\":\"" + seed + "\"}");
    owner.get("/api/v1/me?secret=" + seed);
    return seed;
  }

  /** A phone, and a first step that waits for it. */
  private static void leaveHalfWay(URI database) {
    Sql.run(
        database,
        """
        UPDATE totp SET confirmed_at = now();
        INSERT INTO token (hash, purpose, subject, uses, expires_at)
             SELECT 'x', 'factor', 'person:' || id, 5, now() + '1 hour' FROM person
        """);
  }

  private static boolean isOut(Visitor visitor) {
    try {
      return visitor.get("/api/v1/me").status() == 401;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void refusesWhatIsNoToken(Visitor visitor, String none) throws IOException {
    post(visitor, INVITE, "{\"token\":" + none + "}", 400);
    post(visitor, "/api/v1/auth/email/confirm", "{\"token\":" + none + "}", 400);
    post(
        visitor,
        "/api/v1/auth/reset/complete",
        "{\"token\":" + none + ",\"password\":\"" + PASSWORD + "\"}",
        400);
    post(
        visitor,
        INVITE + "/accept",
        "{\"token\":"
            + none
            + ",\"name\":\"x\",\"password\":\""
            + PASSWORD
            + "\",\"language\":\"en\"}",
        400);
    post(
        visitor,
        LOGIN,
        "{\"email\":\"olga@example.com\",\"password\":\""
            + PASSWORD
            + "\",\"unlock\":"
            + none
            + "}",
        400);
  }

  private static Answer accept(Visitor visitor, String token, int status) throws IOException {
    String body =
        "{\"token\":\"%s\",\"name\":\"Olga Owner\",\"password\":\"%s\",\"language\":\"en\"}";
    return post(visitor, INVITE + "/accept", body.formatted(token, PASSWORD), status);
  }

  private static String login(String password) {
    return "{\"email\":\"olga@example.com\",\"password\":\"" + password + "\"}";
  }

  private static Answer post(Visitor visitor, String path, String body, int status)
      throws IOException {
    Answer answer = visitor.send("POST", path, Map.of(), body);
    assertThat(answer.status()).as(path + " " + body + answer.body()).isEqualTo(status);
    if (status >= 400) {
      assertThat(answer.body()).doesNotContain("canary of");
    }
    return answer;
  }

  private static String resetToken(URI database) {
    String letters = "SELECT text FROM mail WHERE template = 'reset'";
    Eventually.that("the letter", () -> !Sql.column(database, letters).isEmpty());
    return Sql.value(database, letters).replaceAll("(?s).*#token=([\\w-]{43}).*", "$1");
  }

  /** Every row of every table, as text; only the letter itself may hold its link. */
  private static void assertKeepsNoSecret(URI database, Platform platform, List<String> secrets) {
    var tables =
        Sql.column(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    for (String table : tables) {
      String rows =
          table.equals("mail")
              ? "SELECT t::text FROM mail t WHERE template <> 'reset'"
              : "SELECT t::text FROM " + table + " t";
      for (String secret : secrets) {
        assertThat(Sql.column(database, rows))
            .as(table)
            .noneMatch(row -> forms(secret).anyMatch(row::contains));
      }
    }
    for (String secret : secrets) {
      assertThat(platform.process().output())
          .noneMatch(line -> forms(secret).anyMatch(line::contains));
    }
  }

  /** As it is, as bytes of a table are shown, and in Base64. */
  private static Stream<String> forms(String secret) {
    byte[] bytes = secret.getBytes(UTF_8);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    return Stream.of(secret, HexFormat.of().formatHex(bytes), base64);
  }

  private String command(Map<String, String> environment, int code, String... arguments) {
    var all = new HashMap<>(environment);
    all.putIfAbsent("LOG_LEVEL", "warn");
    try (ChildProcess process = JavaProcess.platform(all, folder, arguments)) {
      assertThat(process.awaitExit(PATIENCE)).as(process.output().toString()).isEqualTo(code);
      return String.join("\n", process.output());
    }
  }
}
