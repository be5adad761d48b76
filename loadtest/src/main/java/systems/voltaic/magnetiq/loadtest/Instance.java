package systems.voltaic.magnetiq.loadtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One instance of the platform, as in production: every feature and every role is on. */
final class Instance implements AutoCloseable {

  static final List<String> JVM =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-Xmx256m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Child child;
  private final int port;
  private final int sitePort;

  private Instance(Child child, int port, int sitePort) {
    this.child = child;
    this.port = port;
    this.sitePort = sitePort;
  }

  static Instance start(Rig rig, String name, String... jvm) throws Exception {
    int port = Ports.free();
    int site = Ports.free();
    var environment = new HashMap<>(settings(rig));
    environment.put("PORT", port + "");
    environment.put("SITE_PORT", site + "");
    environment.put("BASE_URL", "http://127.0.0.1:" + site);
    environment.put("DATA_DIR", rig.folder().resolve(name + "-data").toString());
    var command = new ArrayList<>(List.of(rig.java().toString()));
    command.addAll(JVM);
    command.addAll(options());
    command.addAll(List.of(jvm));
    command.addAll(List.of("-jar", jar().toString(), "serve"));
    return new Instance(
        Child.start(rig.folder().resolve(name + ".log"), environment, command), port, site);
  }

  private static List<String> options() {
    String options = System.getProperty("instance.options", "");
    return Stream.of(options.split(" ")).filter(option -> !option.isEmpty()).toList();
  }

  private static Path jar() {
    Path jar = Path.of(System.getProperty("instance.jar")).toAbsolutePath().normalize();
    if (!Files.exists(jar)) {
      throw new Unusable(jar + " is not there; build it: mvn -DskipTests package");
    }
    return jar;
  }

  /** The limits stay on: they only allow more. */
  private static Map<String, String> settings(Rig rig) {
    var settings = new HashMap<String, String>();
    settings.put("ENVIRONMENT", "production");
    settings.put("DATABASE_URL", rig.postgres().url());
    settings.put("DB_SSL_MODE", "disable");
    settings.put("REDIS_URL", rig.redis().url());
    settings.put("ENCRYPTION_KEY", "only-for-load-tests-0123456789abcdef");
    settings.put("SMTP_HOST", "127.0.0.1");
    settings.put("SMTP_PORT", rig.sink().port() + "");
    settings.put("SMTP_TLS", "none");
    settings.put("WEBHOOK_ALLOW_PRIVATE", "true");
    settings.put("LOG_FORMAT", "json");
    settings.put("DEMO_CONTENT", "true");
    settings.put("ALLOWED_HOSTS", "localhost,127.0.0.1");
    Stream.of("API_MINUTE", "API_HOUR", "API_BURST", "STAFF_MINUTE", "LOGIN_MINUTE")
        .forEach(name -> settings.put("RATE_LIMIT_" + name, "100000000"));
    return settings;
  }

  Instance ready() throws Exception {
    Until.that("the instance to be ready", Duration.ofSeconds(90), 10, this::isReady);
    return this;
  }

  private boolean isReady() throws IOException, InterruptedException {
    child.refuseDead();
    try {
      return Http.get(url("/health/ready")).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The sum of a metric's lines that hold the text. */
  double metric(String name, String holding) throws IOException, InterruptedException {
    return Http.get(url("/metrics"))
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> line.contains(holding))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  String siteUrl(String path) {
    return "http://127.0.0.1:" + sitePort + path;
  }

  int sitePort() {
    return sitePort;
  }

  int port() {
    return port;
  }

  Child child() {
    return child;
  }

  @Override
  public void close() throws Exception {
    child.close();
  }
}
