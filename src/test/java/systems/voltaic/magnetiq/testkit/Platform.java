package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** One instance in a JVM of its own, run as an operator runs it; it ends with the test. */
public final class Platform implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(40);
  static final String ENCRYPTION_KEY = "made-up-for-tests-and-nothing-else";
  private static final Pattern ADDRESS = Pattern.compile("localhost:(\\d+)");

  private final ChildProcess process;
  private final int knownPort;
  private final Supplier<URI> database;

  private Platform(ChildProcess process, int knownPort, Supplier<URI> database) {
    this.process = process;
    this.knownPort = knownPort;
    this.database = database;
  }

  /** Starts it and waits until it is ready. */
  public static Platform start(Path folder, Map<String, String> environment) {
    return launch(folder, environment).ready();
  }

  /**
   * Starts it and returns at once; {@code PORT} and {@code SITE_PORT} are free ones, and the site
   * is empty: making its pages is most of the work of a start.
   */
  public static Platform launch(Path folder, Map<String, String> environment) {
    var all = new HashMap<String, String>();
    all.put("PORT", "0");
    all.put("SITE_PORT", "0");
    all.put("DATA_DIR", folder.resolve("data").toString());
    all.put("DRAIN", "0s");
    all.put("LOG_LEVEL", "warn");
    all.put("DEMO_CONTENT", "false");
    all.putAll(unlimited());
    all.putAll(environment);
    var process = JavaProcess.platform(all, folder, "serve");
    return new Platform(process, Integer.parseInt(all.get("PORT")), () -> database(all));
  }

  private static URI database(Map<String, String> environment) {
    return environment.containsKey("DATABASE_URL")
        ? URI.create(environment.get("DATABASE_URL"))
        : EmbeddedData.at(Path.of(environment.get("DATA_DIR"))).databaseUrl();
  }

  /** One database for all instances that get this; the key is theirs together. */
  public static Map<String, String> on(URI database, String redis) {
    return Map.of(
        "DATABASE_URL", database.toString(), "REDIS_URL", redis, "ENCRYPTION_KEY", ENCRYPTION_KEY);
  }

  /** And with the demo site, for tests that look at it. */
  public static Map<String, String> withDemo(URI database, String redis) {
    var all = new HashMap<>(on(database, redis));
    all.put("DEMO_CONTENT", "true");
    return all;
  }

  /** Mail goes to this sink. */
  public static Map<String, String> mailTo(SmtpSink sink) {
    return Map.of(
        "SMTP_HOST", "localhost",
        "SMTP_PORT", Integer.toString(sink.port()),
        "SMTP_TLS", "none");
  }

  /** For tests in which one client is as busy as thousands. */
  private static Map<String, String> unlimited() {
    return Map.of(
        "RATE_LIMIT_API_MINUTE", "10000000",
        "RATE_LIMIT_API_HOUR", "100000000",
        "RATE_LIMIT_API_BURST", "1000000",
        "RATE_LIMIT_STAFF_MINUTE", "10000000",
        "RATE_LIMIT_LOGIN_MINUTE", "10000000",
        "RATE_LIMIT_REFRESH_MINUTE", "10000000");
  }

  public static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Ready, with {@link Staff} to work on it. */
  public Platform ready() {
    readyAlone();
    Staff.join(database.get());
    return this;
  }

  /** Ready, with nobody in it whom the test did not make. */
  public Platform readyAlone() {
    process.awaitLine("Magnetiq is ready.", START);
    process.awaitLine("Stop  ", START);
    return this;
  }

  public ChildProcess process() {
    return process;
  }

  public int apiPort() {
    return knownPort > 0 ? knownPort : port(" API  ");
  }

  public int sitePort() {
    return port(" Site  ");
  }

  /** Talks to the API's port, as the owner. */
  public Visitor api() {
    return Visitor.of("http://127.0.0.1:" + apiPort()).staff();
  }

  /** Talks to the site's port, as the owner. */
  public Visitor site() {
    return Visitor.of("http://127.0.0.1:" + sitePort()).staff();
  }

  /** SIGTERM, and its exit code once it left. */
  public int stop() {
    process.terminate();
    return process.awaitExit(STOP);
  }

  @Override
  public void close() {
    process.close();
  }

  private int port(String name) {
    var address = ADDRESS.matcher(process.awaitLine(name, START));
    if (!address.find()) {
      throw new IllegalStateException(name + " has no address: " + process.output());
    }
    return Integer.parseInt(address.group(1));
  }
}
