package systems.voltaic.magnetiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

  private static final Pattern LINE = Pattern.compile("(?m)^#([A-Z][A-Z0-9_]*)=(.*)$");

  private static Config read(Map<String, String> values) {
    return Config.read(values, 2);
  }

  @Test
  void theExampleFileNamesEverythingWithItsDefault() throws IOException {
    String example = Files.readString(Path.of("conf/magnetiq.env.example"));

    Map<String, String> written =
        LINE.matcher(example)
            .results()
            .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2), (a, b) -> a, TreeMap::new));

    assertThat(written).isEqualTo(new TreeMap<>(read(Map.of()).names()));
  }

  @Test
  void theExampleFileCanBeUsedAsItIs() throws IOException {
    var values = new TreeMap<String, String>();
    LINE.matcher(Files.readString(Path.of("conf/magnetiq.env.example")))
        .results()
        .forEach(m -> values.put(m.group(1), m.group(2)));

    assertThat(read(values).http().port()).isEqualTo(3036);
  }

  @Test
  void embedsWhatHasNoAddress() {
    assertThat(read(Map.of()).embedding().any()).isTrue();
    assertThat(read(external()).embedding().any()).isFalse();
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    var values =
        Map.of(
            "PORT", "eighty",
            "ROLES", "api,cook",
            "DB_STATEMENT_TIMEOUT", "soon",
            "DATABSE_URL", "postgresql://somewhere/else",
            "CORS_ORIGINS", "*");

    assertThatThrownBy(() -> read(values))
        .isInstanceOf(Config.Faulty.class)
        .hasMessageContaining("PORT is \"eighty\"")
        .hasMessageContaining("ROLES has \"cook\"")
        .hasMessageContaining("DB_STATEMENT_TIMEOUT is \"soon\"")
        .hasMessageContaining("DATABSE_URL: did you mean DATABASE_URL?")
        .hasMessageContaining("CORS_ORIGINS has *");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SITE_PRT | did you mean SITE_PORT?",
        "SMTP_PASWORD | did you mean SMTP_PASSWORD?",
        "REDIS_PASSWORT_FILE | did you mean REDIS_PASSWORD?",
        "TRUSTED_PROXYS | did you mean TRUSTED_PROXIES?",
      })
  void namesWhatWasProbablyMeant(String name, String hint) {
    assertThatThrownBy(() -> read(Map.of(name, "1"))).hasMessageContaining(name + ": " + hint);
  }

  @ParameterizedTest
  @CsvSource({
    "HOSTNAME",
    "HOME",
    "PATH",
    "PWD",
    "SHELL",
    "LANG",
    "JAVA_HOME",
    "USER",
    "TERM",
    "CI"
  })
  void leavesOtherProgramsTheirNames(String name) {
    assertThat(read(Map.of(name, "anything"))).isNotNull();
  }

  @Test
  void readsSecretsFromFiles(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "a-secret-of-somebody\n");

    var config = read(Map.of("SMTP_USERNAME", "me", "SMTP_PASSWORD_FILE", file.toString()));

    assertThat(config.mail().password()).contains("a-secret-of-somebody");
    assertThat(config.secrets()).contains("a-secret-of-somebody");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> read(Map.of("SMTP_PASSWORD_FILE", "/nowhere/at/all")))
        .hasMessageContaining("SMTP_PASSWORD_FILE leads to /nowhere/at/all, which cannot be read");
  }

  @Test
  void refusesInProductionWhatIsOnlyGoodEnoughForDevelopment() {
    assertThatThrownBy(() -> read(Map.of("ENVIRONMENT", "production", "HOST", "0.0.0.0")))
        .hasMessageContaining("DATABASE_URL and REDIS_URL must be set")
        .hasMessageContaining("production would serve plain HTTP on 0.0.0.0")
        .hasMessageContaining("ENCRYPTION_KEY");
  }

  @Test
  void asksForTlsToTheDatabaseInProduction() {
    var values = new TreeMap<>(external());
    values.put("ENVIRONMENT", "production");
    values.put("ENCRYPTION_KEY", "k".repeat(40));

    assertThat(read(values).db().sslMode().name()).isEqualTo("REQUIRE");
  }

  @Test
  void showsNoSecretInWordsOfItsOwn() {
    var values = new TreeMap<>(external());
    values.put("ENCRYPTION_KEY", "canary-key-canary-key-canary-key-canary");
    values.put("SMTP_USERNAME", "me");
    values.put("SMTP_PASSWORD", "canary-of-mail");

    assertThat(read(values).toString()).doesNotContain("canary");
  }

  @Test
  void locksTheSettingsThatItNames() {
    var config = read(Map.of("APP_NAME", "Example Works", "RATE_LIMIT_API_MINUTE", "7"));

    assertThat(config.lockedSettings().get("company.name").asText()).isEqualTo("Example Works");
    assertThat(config.lockedSettings().get("limits.apiPerMinute").asInt()).isEqualTo(7);
    assertThatThrownBy(() -> read(Map.of("RATE_LIMIT_API_MINUTE", "none")))
        .hasMessageContaining("RATE_LIMIT_API_MINUTE");
  }

  @Test
  void refusesTooFewConnections() {
    assertThatThrownBy(() -> read(Map.of("DB_CONNECTIONS", "3", "WORKERS", "4")))
        .hasMessageContaining("DB_CONNECTIONS is 3, but 4 event loops need 10");
  }

  private static Map<String, String> external() {
    return Map.of(
        "DATABASE_URL", "postgresql://app:canary-of-db@db.example.com/magnetiq",
        "REDIS_URL", "redis://:canary-of-redis@redis.example.com");
  }
}
