package systems.voltaic.magnetiq;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.event.Level;
import systems.voltaic.magnetiq.Config.App;
import systems.voltaic.magnetiq.Config.Embedding;
import systems.voltaic.magnetiq.Config.Role;
import systems.voltaic.magnetiq.Config.Stage;
import systems.voltaic.magnetiq.db.DbConfig;
import systems.voltaic.magnetiq.http.HttpConfig;
import systems.voltaic.magnetiq.http.Surface;
import systems.voltaic.magnetiq.log.LogConfig;
import systems.voltaic.magnetiq.mail.MailConfig;
import systems.voltaic.magnetiq.redis.RedisConfig;
import systems.voltaic.magnetiq.secret.VaultConfig;
import systems.voltaic.magnetiq.settings.Settings;

/** Turns names and texts into the configuration; what is wrong is left with the environment. */
final class ConfigReader {

  private static final int SITE_PORT = 8036;
  private static final URI NO_DATABASE = URI.create("postgresql://embedded@127.0.0.1/magnetiq");
  private static final String NO_REDIS = "redis://127.0.0.1";
  private static final String EXAMPLE_KEY = "change-me-to-32-or-more-characters";

  private final Environment in;
  private final int processors;
  private final Stage stage;
  private final boolean mayEmbed;

  ConfigReader(Environment in, int processors) {
    this.in = in;
    this.processors = processors;
    this.stage = in.choice("ENVIRONMENT", Stage.class, "development");
    this.mayEmbed = in.flag("EMBEDDED", stage == Stage.DEVELOPMENT);
  }

  Config read() {
    var app = app();
    Optional<URI> database =
        in.uri("DATABASE_URL", in.secret("DATABASE_URL"), "postgresql", "postgres");
    Optional<String> redis = in.secret("REDIS_URL");
    var embedding = embedding(database, redis);
    int sitePort = in.number("SITE_PORT", SITE_PORT, 0, 65_535);
    var http = http(sitePort);
    refusePlainHttp(http);
    return new Config(
        app,
        embedding,
        http,
        sitePort,
        db(app.loops(), database),
        redis(redis),
        mail(),
        vault(embedding),
        SsoReader.read(in, stage == Stage.DEVELOPMENT),
        in.flag("WEBHOOK_ALLOW_PRIVATE", false),
        log(),
        in.flag("PROMETHEUS_METRICS", true),
        in.flag("DEMO_CONTENT", wantsDemo(embedding)),
        lockedSettings(),
        in.asked());
  }

  private boolean wantsDemo(Embedding embedding) {
    return stage == Stage.DEVELOPMENT || (stage == Stage.STAGING && embedding.postgres());
  }

  private App app() {
    int loops = in.number("WORKERS", 0, 0, 256);
    return new App(
        stage,
        roles(),
        loops == 0 ? processors : loops,
        in.flag("MIGRATE", true),
        in.duration("DRAIN", stage == Stage.DEVELOPMENT ? "0s" : "5s"));
  }

  private Set<Role> roles() {
    var roles = EnumSet.noneOf(Role.class);
    for (String name : in.list("ROLES", "api,site,mail,schedule,integration")) {
      role(name).ifPresentOrElse(roles::add, () -> in.fault(unknownRole(name)));
    }
    if (roles.isEmpty()) {
      in.fault("ROLES names no role: leave it out for all of them");
    }
    return roles;
  }

  private static Optional<Role> role(String name) {
    return Arrays.stream(Role.values()).filter(r -> r.name().equalsIgnoreCase(name)).findFirst();
  }

  private static String unknownRole(String name) {
    return "ROLES has \"" + name + "\", but the roles are api, site, mail, schedule, integration";
  }

  private Embedding embedding(Optional<URI> database, Optional<String> redis) {
    var data = Path.of(in.text("DATA_DIR", "data")).toAbsolutePath().normalize();
    boolean missing = database.isEmpty() || redis.isEmpty();
    if (missing && !mayEmbed) {
      in.fault(
          "DATABASE_URL and REDIS_URL must be set; for the databases that come with Magnetiq set"
              + " EMBEDDED=true");
    }
    return new Embedding(data, database.isEmpty(), redis.isEmpty());
  }

  private DbConfig db(int loops, Optional<URI> url) {
    if (url.isPresent() && (url.get().getUserInfo() == null || url.get().getPath().length() < 2)) {
      in.fault("DATABASE_URL must name a user and a database: postgresql://user:…@host:5432/name");
    }
    boolean local = url.isEmpty();
    String tls = stage == Stage.PRODUCTION && !local ? "require" : "prefer";
    int connections = in.number("DB_CONNECTIONS", 0, 0, 1_000);
    refuseTooFew(connections, loops);
    return new DbConfig(
        url.orElse(NO_DATABASE),
        replicas(),
        connections == 0 ? loops * 3 + 2 : connections,
        in.number("DB_MAX_WAIT_QUEUE", 500, 1, 100_000),
        in.duration("DB_CONNECT_TIMEOUT", "2s"),
        in.duration("DB_IDLE_TIMEOUT", "10m"),
        in.duration("DB_LIFETIME", "1h"),
        in.duration("DB_STATEMENT_TIMEOUT", "5s"),
        in.choice("DB_SSL_MODE", DbConfig.SslMode.class, local ? "disable" : tls),
        in.file("DB_SSL_ROOT_CERT"),
        in.text("DB_APPLICATION_NAME", "magnetiq"),
        in.flag("DB_PGBOUNCER", false));
  }

  private void refuseTooFew(int connections, int loops) {
    int least = loops * 2 + 2;
    if (connections != 0 && connections < least) {
      in.fault(
          "DB_CONNECTIONS is " + connections + ", but " + loops + " event loops need " + least);
    }
  }

  private List<URI> replicas() {
    return Stream.of(in.secret("DATABASE_REPLICA_URLS").orElse("").split(","))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .map(url -> in.uri("DATABASE_REPLICA_URLS", Optional.of(url), "postgresql", "postgres"))
        .flatMap(Optional::stream)
        .toList();
  }

  private RedisConfig redis(Optional<String> url) {
    var password = in.secret("REDIS_PASSWORD");
    var certificate = in.optional("REDIS_CA_CERT");
    try {
      var plain = RedisConfig.of(url.orElse(NO_REDIS));
      return new RedisConfig(
          plain.url(),
          password,
          certificate,
          in.duration("REDIS_CONNECT_TIMEOUT", "1s"),
          in.duration("REDIS_DEADLINE", "200ms"),
          in.number("REDIS_IN_FLIGHT", 512, 1, 100_000));
    } catch (IllegalArgumentException e) {
      in.fault("REDIS_URL: " + e.getMessage());
      return RedisConfig.of(NO_REDIS);
    }
  }

  private HttpConfig http(int sitePort) {
    var base = in.text("BASE_URL", "http://localhost:" + (sitePort == 0 ? SITE_PORT : sitePort));
    return new HttpConfig(
        in.text("HOST", "127.0.0.1"),
        in.number("PORT", 3036, 0, 65_535),
        in.uri("BASE_URL", Optional.of(base), "https", "http").orElse(URI.create("http://invalid")),
        stage == Stage.DEVELOPMENT,
        in.list("ALLOWED_HOSTS", ""),
        origins(),
        networks("TRUSTED_PROXIES"),
        networks("METRICS_ALLOW"),
        in.number("MAX_REQUEST_SIZE", 1_048_576, 1_024, 104_857_600),
        in.flag("ENABLE_SECURITY_HEADERS", true),
        in.flag("ENABLE_REQUEST_LOGGING", true),
        surfaces(),
        in.optional("TLS_CERT").map(Path::of),
        in.optional("TLS_KEY").map(Path::of));
  }

  private List<String> origins() {
    var origins = in.list("CORS_ORIGINS", "");
    if (origins.contains("*")) {
      in.fault("CORS_ORIGINS has *: list the exact origins, such as https://www.example.com");
    }
    return origins;
  }

  private List<String> networks(String name) {
    var networks = in.list(name, "");
    networks.stream()
        .filter(network -> !network.matches("[0-9a-fA-F:.]+(/\\d{1,3})?"))
        .forEach(n -> in.fault(name + " has \"" + n + "\": write addresses such as 10.0.0.0/8"));
    return networks;
  }

  private Set<Surface> surfaces() {
    var surfaces = EnumSet.of(Surface.PUBLIC);
    if (in.flag("ENABLE_ADMIN_ENDPOINTS", true)) {
      surfaces.add(Surface.ADMIN);
    }
    if (in.flag("ENABLE_EXPORT_ENDPOINTS", true) && surfaces.contains(Surface.ADMIN)) {
      surfaces.add(Surface.EXPORT);
    }
    if (in.flag("ENABLE_AUTH_ENDPOINTS", true)) {
      surfaces.add(Surface.AUTH);
    }
    if (in.flag("ENABLE_DOCS", true)) {
      surfaces.add(Surface.DOCS);
    }
    return surfaces;
  }

  /** A proxy that nobody trusts would make every visitor look like the proxy. */
  private void refusePlainHttp(HttpConfig http) {
    boolean open = !http.host().equals("127.0.0.1") && !http.host().equals("localhost");
    if (http.tlsCertificate().isPresent() != http.tlsKey().isPresent()) {
      in.fault("TLS_CERT and TLS_KEY belong together: set both or neither");
    }
    if (stage == Stage.PRODUCTION && open && !http.tls() && http.trustedProxies().isEmpty()) {
      in.fault(
          "production would serve plain HTTP on "
              + http.host()
              + ": set TLS_CERT and TLS_KEY, or TRUSTED_PROXIES to the proxy that adds TLS");
    }
  }

  private MailConfig mail() {
    var mail =
        new MailConfig(
            in.optional("SMTP_HOST"),
            in.number("SMTP_PORT", 587, 1, 65_535),
            in.optional("SMTP_USERNAME"),
            in.secret("SMTP_PASSWORD"),
            in.text("SMTP_FROM_EMAIL", "no-reply@voltaic.example"),
            in.text("SMTP_FROM_NAME", "voltAIc Systems"),
            in.choice("SMTP_TLS", MailConfig.Tls.class, "starttls"));
    mail.faults().forEach(in::fault);
    return mail;
  }

  private VaultConfig vault(Embedding embedding) {
    var key = in.secret("ENCRYPTION_KEY");
    var previous = in.secret("ENCRYPTION_KEY_PREVIOUS");
    boolean keptWithData = mayEmbed && embedding.postgres();
    if (stage != Stage.DEVELOPMENT && key.isEmpty() && !keptWithData) {
      in.fault("ENCRYPTION_KEY is not set: choose 32 or more random characters and keep them safe");
    }
    key.filter(k -> k.length() < 32 || k.equals(EXAMPLE_KEY))
        .ifPresent(k -> in.fault("ENCRYPTION_KEY must be your own and have 32 characters or more"));
    return new VaultConfig(key.orElse(""), previous);
  }

  private LogConfig log() {
    return new LogConfig(
        in.choice("LOG_LEVEL", Level.class, "info"),
        in.choice(
            "LOG_FORMAT", LogConfig.Format.class, stage == Stage.DEVELOPMENT ? "text" : "json"),
        in.optional("LOG_FILE").map(Path::of));
  }

  private Map<String, JsonNode> lockedSettings() {
    var locked = new HashMap<String, JsonNode>();
    Settings.lockable()
        .forEach((name, key) -> in.optional(name).ifPresent(v -> lock(locked, name, key, v)));
    return locked;
  }

  private void lock(Map<String, JsonNode> locked, String name, String key, String value) {
    try {
      locked.put(key, Settings.parse(key, value));
    } catch (IllegalArgumentException e) {
      in.fault(name + " " + e.getMessage());
    }
  }
}
