package systems.voltaic.magnetiq;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import systems.voltaic.magnetiq.db.DbConfig;
import systems.voltaic.magnetiq.http.HttpConfig;
import systems.voltaic.magnetiq.log.LogConfig;
import systems.voltaic.magnetiq.mail.MailConfig;
import systems.voltaic.magnetiq.people.sso.SsoConfig;
import systems.voltaic.magnetiq.redis.RedisConfig;
import systems.voltaic.magnetiq.secret.VaultConfig;

/**
 * Everything the outside decides, read once, checked whole.
 *
 * @param demo whether a new installation begins with the demo site
 * @param lockedSettings live settings that the configuration decides, by setting key
 * @param names every name that was read, with its default
 */
public record Config(
    App app,
    Embedding embedding,
    HttpConfig http,
    int sitePort,
    DbConfig db,
    RedisConfig redis,
    MailConfig mail,
    VaultConfig vault,
    Optional<SsoConfig> sso,
    boolean webhooksMayBePrivate,
    LogConfig log,
    boolean metrics,
    boolean demo,
    Map<String, JsonNode> lockedSettings,
    Map<String, String> names) {

  /** Where it runs: production refuses what is only good enough for development. */
  public enum Stage {
    DEVELOPMENT,
    STAGING,
    PRODUCTION
  }

  /** What an instance does. */
  public enum Role {
    API,
    SITE,
    MAIL,
    SCHEDULE,
    INTEGRATION
  }

  public record App(Stage stage, Set<Role> roles, int loops, boolean migrate, Duration drain) {}

  /** What has no address of its own is started by this program, with its data in the folder. */
  public record Embedding(Path data, boolean postgres, boolean redis) {

    public boolean any() {
      return postgres || redis;
    }
  }

  /** The configuration cannot be used: one sentence for each thing that is wrong. */
  public static final class Faulty extends RuntimeException {

    private static final long serialVersionUID = 1;

    Faulty(List<String> faults) {
      super("the configuration cannot be used:\n  - " + String.join("\n  - ", faults));
    }
  }

  public static Config read(Map<String, String> values, int processors) {
    var environment = new Environment(values);
    var config = new ConfigReader(environment, processors).read();
    var faults = environment.faults();
    if (!faults.isEmpty()) {
      throw new Faulty(faults);
    }
    return config;
  }

  /** What no log may show. */
  List<String> secrets() {
    return Stream.of(
            Stream.of(vault.key()),
            vault.previous().stream(),
            mail.password().stream(),
            sso.map(SsoConfig::clientSecret).stream(),
            redis.password().stream(),
            Stream.ofNullable(db.url().getUserInfo()).map(user -> user.replaceFirst(".*?:", "")))
        .flatMap(secret -> secret)
        .filter(secret -> secret.length() >= 6)
        .toList();
  }

  /** The same with what was started and made for it. */
  Config at(Optional<String> databaseUrl, Optional<String> redisUrl, String encryptionKey) {
    return new Config(
        app,
        embedding,
        http,
        sitePort,
        databaseUrl.map(URI::create).map(db::at).orElse(db),
        redisUrl.map(redis::at).orElse(redis),
        mail,
        new VaultConfig(encryptionKey, vault.previous()),
        sso,
        webhooksMayBePrivate,
        log,
        metrics,
        demo,
        lockedSettings,
        names);
  }
}
