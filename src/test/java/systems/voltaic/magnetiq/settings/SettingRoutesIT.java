package systems.voltaic.magnetiq.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Staff;
import systems.voltaic.magnetiq.testkit.Visitor;
import systems.voltaic.magnetiq.testkit.Visitor.Answer;

class SettingRoutesIT {

  private static final String TAGLINE = "/api/v1/settings/company.tagline";
  private static final String EMAIL = "/api/v1/settings/company.contactEmail";

  @TempDir private static Path folder;
  private static Platform platform;
  private static Visitor api;

  @BeforeAll
  static void start() {
    var environment = new HashMap<>(Platform.on(Databases.fresh(), Databases.redisUrl()));
    environment.put("APP_NAME", "Example Works");
    platform = Platform.start(folder, environment);
    api = platform.api();
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void changesASettingThatWasReadBefore() throws IOException {
    String seen = api.get(TAGLINE).header("etag");

    Answer changed = api.put(TAGLINE, seen, "{\"value\":{\"en\":\"Calm\",\"de\":\"Ruhig\"}}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().at("/source").asText()).isEqualTo("database");
    Eventually.asserts(
        () ->
            assertThat(api.get("/api/v1/site").json().at("/tagline/de").asText())
                .isEqualTo("Ruhig"));
    var noted = api.get("/api/v1/audit?subject=setting:company.tagline").json().at("/items/0");
    assertThat(noted.at("/actor").asText()).isEqualTo("key:" + Staff.KEY_ID);
    assertThat(noted.at("/after/en").asText()).isEqualTo("Calm");
    assertThat(noted.at("/client").asText())
        .as("the network, not who it is")
        .isEqualTo("127.0.0.0");
  }

  @Test
  void refusesAChangeOfWhatSomebodyElseChanged() throws IOException {
    String seen = api.get(EMAIL).header("etag");
    api.put(EMAIL, seen, "{\"value\":\"first@voltaic.example\"}");

    Answer late = api.put(EMAIL, seen, "{\"value\":\"second@voltaic.example\"}");

    assertProblem(412, "stale", late);
    assertThat(api.get(EMAIL).json().at("/value").asText()).isEqualTo("first@voltaic.example");
    Answer reset = api.send("DELETE", EMAIL, Map.of("If-Match", api.get(EMAIL).header("etag")), "");
    assertThat(reset.json().at("/source").asText()).isEqualTo("fallback");
  }

  @Test
  void refusesAChangeThatDoesNotSayWhatItSaw() throws IOException {
    assertThat(api.send("PUT", EMAIL, Map.of(), "{\"value\":\"a@b.example\"}").status())
        .isEqualTo(428);
  }

  @Test
  void refusesAValueThatBreaksTheRuleAndSaysWhich() throws IOException {
    Answer refused = api.put(EMAIL, api.get(EMAIL).header("etag"), "{\"value\":\"nobody\"}");

    assertProblem(422, "value", refused);
    assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/value");
    assertThat(refused.json().at("/errors/0/message").asText()).contains("e-mail address");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          retention.parkedJobsDays | 0      | muss eine ganze Zahl von 1 bis 3650 sein
          maintenance.enabled      | 1      | muss wahr oder falsch sein
          company.phone            | ""     | muss 1 bis 40 Zeichen haben
          company.phone            | 5      | muss Text sein
          company.phone            | "a\\tb" | muss Text in einer Zeile sein
          company.address          | "a\\n"  | muss Text in höchstens acht Zeilen sein
          company.contactEmail     | "x"    | muss eine E-Mail-Adresse wie hello@company.example sein
          company.tagline          | {"en":"A","de":""} | de muss 1 bis 160 Zeichen haben
          """)
  void saysInGermanWhatAValueMustBe(String key, String value, String sentence) throws IOException {
    String path = "/api/v1/settings/" + key;
    var headers = Map.of("If-Match", api.get(path).header("etag"), "Accept-Language", "de");

    Answer refused = api.send("PUT", path, headers, "{\"value\":" + value + "}");

    assertProblem(422, "value", refused);
    assertThat(refused.json().at("/errors/0/message").asText()).isEqualTo(sentence);
  }

  @Test
  void refusesWhatTheContractDoesNotKnow() throws IOException {
    assertThat(api.put(EMAIL, "\"0\"", "{\"value\":\"a@b.example\",\"x\":1}").status())
        .isEqualTo(400);
    assertThat(api.get("/api/v1/settings?colour=red").status()).isEqualTo(400);
    assertThat(api.get("/api/v1/settings/no.such").status()).isEqualTo(404);
  }

  @Test
  void showsWhatTheConfigurationDecidedAndKeepsItLocked() throws IOException {
    String path = "/api/v1/settings/company.name";
    Answer now = api.get(path);

    assertThat(now.json().at("/value").asText()).isEqualTo("Example Works");
    assertThat(now.json().at("/source").asText()).isEqualTo("environment");
    assertProblem(423, "locked", api.put(path, now.header("etag"), "{\"value\":\"Other\"}"));
  }

  @Test
  void answersInTheLanguageOfTheCaller() throws IOException {
    Answer german =
        api.send(
            "GET", "/api/v1/settings/no.such", Map.of("Accept-Language", "de-AT,en;q=0.5"), "");

    assertThat(german.json().at("/title").asText())
        .isNotEqualTo(api.get("/api/v1/settings/no.such").json().at("/title").asText());
  }

  @Test
  void isClosedToWhoeverDoesNotSayWhoItIs() throws IOException {
    assertProblem(401, "unauthenticated", api.anonymous().get("/api/v1/settings"));
  }

  private static void assertProblem(int status, String code, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.json().at("/type").asText()).endsWith("/" + code);
  }
}
