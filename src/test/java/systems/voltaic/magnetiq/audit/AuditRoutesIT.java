package systems.voltaic.magnetiq.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.JavaProcess;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Staff;
import systems.voltaic.magnetiq.testkit.Visitor;

class AuditRoutesIT {

  private static final String AUDIT = "/api/v1/audit";

  /** Made up: 30 entries of one actor a day apart, and 20,000 of another in one second. */
  private static final String ENTRIES =
      """
      INSERT INTO audit (id, at, actor, client, request_id, action, subject, after)
      SELECT ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
             '2025-01-01T12:00:00Z'::timestamptz + n * interval '1 day', 'person:%1$s',
             '192.0.2.0', 'request-' || n,
             CASE WHEN n %% 3 = 0 THEN 'canary.saved' ELSE 'canary.removed' END,
             'thing:tulip-' || n, '{"title": "=SUM(A1)"}'
        FROM generate_series(1, 30) AS n;
      INSERT INTO audit (id, at, actor, client, request_id, action, subject, after)
      SELECT ('01910000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '2025-06-01T12:00:00Z',
             'system:many', 'system', 'r', 'many.made', '=thing:' || n,
             jsonb_build_object('text', repeat('x', 2000))
        FROM generate_series(1, 20000) AS n
      """;

  /** One thing of each kind that has a name of its own, and what was done to it. */
  private static final String THINGS =
      """
      INSERT INTO webhook (id, url, events, sealed_secret, active)
           VALUES ('01920000-0000-7000-8000-000000000002',
                   'https://partner.example/hook/canary-of-a-secret', '{}', '', false);
      INSERT INTO audit (id, at, actor, client, request_id, action, subject)
      SELECT gen_random_uuid(), '2025-02-01T12:00:00Z', 'system:test', 'system', 'r', 'named.thing',
             subject
        FROM unnest(array[
               'person:%1$s', 'key:%2$s', 'role:00000000-0000-7000-8000-000000000020',
               (SELECT 'page:' || page_id || '/de' FROM page_locale WHERE locale || path = 'de'),
               'webhook:01920000-0000-7000-8000-000000000002',
               'webhook:01920000-0000-7000-8000-00000000ffff', 'setting:company.name'])
             AS subject;
      """;

  @TempDir private static Path folder;
  private static URI database;
  private static Map<String, String> environment;
  private static Platform platform;
  private static Visitor api;

  @BeforeAll
  static void start() {
    database = Databases.fresh();
    environment = Platform.withDemo(database, Databases.redisUrl());
    platform = Platform.start(folder, environment);
    api = platform.api();
    Sql.run(database, ENTRIES.formatted(Staff.OWNER));
    Sql.run(database, THINGS.formatted(Staff.OWNER, Staff.KEY_ID));
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @ParameterizedTest
  @CsvSource({
    "actor=person:" + Staff.OWNER + ", 30",
    "actor=system:many, 10000",
    "action=canary, 30",
    "action=canary.s, 10",
    "action=saved, 0",
    "subject=thing:tulip-7, 1",
    "q=tulip, 30",
    "q=TULI, 30",
    "q=removed%20tulip, 20",
    "q=tulip-30, 1",
    "q=%27%20%7C%20!:*, 0",
    "from=2025-01-11&until=2025-01-21&action=canary, 10",
    "from=2025-01-11T13:00:00%2B01:00&until=2025-01-12T12:00:00Z&action=canary, 1",
    "actor=person:" + Staff.OWNER + "&action=canary.saved&q=tulip&subject=thing:tulip-3, 1",
  })
  void countsWhatFits(String query, long total) throws IOException {
    var answer = api.get(AUDIT + "?limit=1&" + query);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/total").asLong()).isEqualTo(total);
    assertThat(answer.json().at("/items").size()).isEqualTo(total == 0 ? 0 : 1);
  }

  @Test
  void goesThroughAllPagesWithoutGapOrRepetition() throws IOException {
    var seen = new ArrayList<String>();
    String cursor = "";
    do {
      JsonNode page =
          api.get(AUDIT + "?limit=7&action=canary" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
              .json();
      page.at("/items").forEach(item -> seen.add(item.at("/subject").asText()));
      cursor = page.at("/nextCursor").asText("");
    } while (!cursor.isEmpty());

    assertThat(seen).hasSize(30).doesNotHaveDuplicates();
    assertThat(seen.get(0)).isEqualTo("thing:tulip-30");
  }

  @Test
  void showsWhatAnActorIsCalledTodayAndKeepsNoNames() throws IOException {
    JsonNode first = api.get(AUDIT + "?limit=1&action=canary").json().at("/items/0");
    assertThat(first.at("/actorName").asText()).isEqualTo("Olga Owner");

    JsonNode one = api.get(AUDIT + "/" + first.at("/id").asText()).json();
    assertThat(one).isEqualTo(first);
    assertThat(Sql.number(database, "SELECT count(*) FROM audit a WHERE a::text LIKE '%Olga%'"))
        .isZero();
    assertThat(api.get(AUDIT + "/01900000-0000-7000-8000-00000000ffff").status()).isEqualTo(404);
  }

  @Test
  void showsWhatThingsAreCalledTodayInTheLanguageOfWhoAsks() throws IOException {
    var answer = api.send("GET", AUDIT + "?action=named", Map.of("Accept-Language", "de"), "");

    String home = Sql.value(database, "SELECT title FROM page_locale WHERE locale || path = 'de'");
    var names = new ArrayList<String>();
    answer
        .json()
        .at("/items")
        .forEach(
            item ->
                names.add(
                    item.at("/subject").asText().split(":", 2)[0]
                        + " "
                        + item.at("/subjectName").asText("–")));
    assertThat(names)
        .containsExactlyInAnyOrder(
            "person Olga Owner",
            "key Tests",
            "role Redaktion",
            "page " + home,
            "webhook partner.example",
            "webhook –",
            "setting –");
  }

  @Test
  void refusesWhatIsNoMomentAndWhoMayNotRead() throws IOException {
    assertThat(api.get(AUDIT + "?from=2025-13-01").status()).isEqualTo(400);
    assertThat(api.get(AUDIT + "?until=yesterdays").status()).isEqualTo(400);
    Visitor nobody = Visitor.of("http://127.0.0.1:" + platform.apiPort());
    for (String path : List.of("", "/export", "/01900000-0000-7000-8000-000000000001")) {
      assertThat(nobody.get(AUDIT + path).status()).isEqualTo(401);
    }
  }

  @Test
  void exportsRowsThatNoSpreadsheetTakesForFormulas() throws IOException {
    var answer = api.send("GET", AUDIT + "/export?action=canary", Map.of("Accept", "text/csv"), "");

    assertThat(answer.header("content-type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(answer.header("content-disposition")).contains("audit.csv");
    var rows = answer.body().split("\r\n");
    assertThat(rows).hasSize(31);
    assertThat(rows[0]).startsWith("\"id\",\"at\",\"actor\",\"actorName\"");
    assertThat(rows[1]).contains("\"Olga Owner\"", "{\"\"title\"\":\"\"=SUM(A1)\"\"}");
  }

  @Test
  void exportsEverythingInPiecesAndNotesWhoTookIt() throws IOException {
    var answer =
        api.send(
            "GET", AUDIT + "/export?actor=system:many", Map.of("Accept", "application/jsonl"), "");

    assertThat(answer.header("content-type")).isEqualTo("application/jsonl");
    assertThat(answer.header("transfer-encoding")).isEqualTo("chunked");
    var ids = new HashSet<String>();
    answer.body().lines().forEach(line -> ids.add(Json.parse(line).at("/id").asText()));
    assertThat(ids).hasSize(20_000);
    JsonNode noted = api.get(AUDIT + "?limit=1&action=audit.exported").json().at("/items/0");
    assertThat(noted.at("/actor").asText()).isEqualTo("key:" + Staff.KEY_ID);
    assertThat(noted.at("/after/actor").asText()).isEqualTo("system:many");
  }

  @Test
  void sealsByItselfAndProvesItByOperationAndByCommand() throws IOException {
    assertThat(api.send("POST", "/api/v1/system/ticks/seal-audit/run", Map.of(), "").status())
        .isLessThan(300);
    Eventually.that(
        "the entries to be sealed",
        Duration.ofSeconds(30),
        () -> Sql.number(database, "SELECT coalesce(sum(entries), 0) FROM audit_seal") > 20_000);

    var answer = api.send("POST", AUDIT + "/verify", Map.of(), "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/intact").asBoolean()).isTrue();
    assertThat(answer.json().at("/entries").asLong()).isGreaterThan(20_000);
    String newest = answer.json().at("/newest").asText();
    try (var command =
        JavaProcess.platform(environment, folder, "verify-audit", "--noted", newest)) {
      assertThat(command.awaitExit(Duration.ofSeconds(60))).isZero();
      assertThat(command.output()).anyMatch(line -> line.contains("The audit is intact"));
    }

    Sql.run(
        database,
        "ALTER TABLE audit DISABLE TRIGGER USER;"
            + " UPDATE audit SET actor = 'person:other' WHERE subject = 'thing:tulip-9'");
    JsonNode verdict = api.send("POST", AUDIT + "/verify", Map.of(), "").json();
    assertThat(verdict.at("/intact").asBoolean()).isFalse();
    assertThat(verdict.at("/firstBroken/reason").asText())
        .isEqualTo("entry 01900000-0000-7000-8000-000000000009 was changed");
    try (var command = JavaProcess.platform(environment, folder, "verify-audit")) {
      assertThat(command.awaitExit(Duration.ofSeconds(60))).isEqualTo(1);
      assertThat(command.output()).anyMatch(line -> line.contains("000000000009 was changed"));
    }
    Eventually.asserts(
        Duration.ofSeconds(20),
        () -> assertThat(api.get("/api/v1/system/alerts").body()).contains("\"name\":\"audit\""));
  }
}
