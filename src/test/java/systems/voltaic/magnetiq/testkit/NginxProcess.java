package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real nginx with one of our templates, on free ports, with all it writes in one folder. */
public final class NginxProcess implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");
  private static final Path FOLDER = Path.of("nginx").toAbsolutePath();

  private final Path template;
  private final Path folder;
  private final Map<String, String> variables;
  private ChildProcess process;

  private NginxProcess(Path template, Path folder, Map<String, String> variables) {
    this.template = template;
    this.folder = folder;
    this.variables = variables;
  }

  /** Starts on the shipped defaults, what a test folder needs in their place, and the overrides. */
  public static NginxProcess start(String template, Path folder, Map<String, String> overrides) {
    var nginx = prepared(template, folder, overrides);
    nginx.run();
    return nginx;
  }

  /** What {@code nginx -t} says about the rendered template. */
  public static String check(String template, Path folder, Map<String, String> overrides) {
    var nginx = prepared(template, folder, overrides);
    try (var check = nginx.nginx("-t", "-q")) {
      check.awaitExit(SOON);
      return String.join("\n", check.output());
    }
  }

  public int httpPort() {
    return Integer.parseInt(variables.get("HTTP_PORT"));
  }

  public int httpsPort() {
    return Integer.parseInt(variables.get("HTTPS_PORT"));
  }

  /** Renders with other values and reloads, as a deployment does, until the old workers left. */
  public void reload(Map<String, String> overrides) {
    variables.putAll(overrides);
    render();
    var before = workersThatLeft();
    process.signal("HUP");
    Eventually.that("the reload", SOON, () -> workersThatLeft() > before);
  }

  public List<String> accessLog() {
    return lines(folder.resolve("access.log"));
  }

  public String errors() {
    return String.join("\n", lines(folder.resolve("error.log")));
  }

  @Override
  public void close() {
    process.terminate();
    process.awaitExit(SOON);
    process.close();
  }

  private static NginxProcess prepared(
      String template, Path folder, Map<String, String> overrides) {
    var variables = new HashMap<>(defaults());
    var certificate = SelfSigned.certificate();
    variables.put("SNIPPETS", FOLDER.resolve("snippets").toString());
    variables.put("TLS_CERTIFICATE", certificate.certificatePem(folder).toString());
    variables.put("TLS_CERTIFICATE_KEY", certificate.keyPem(folder).toString());
    variables.put("SERVER_NAMES", "localhost example.test");
    variables.put("HTTP_PORT", Integer.toString(freePort()));
    variables.put("HTTPS_PORT", Integer.toString(freePort()));
    variables.put("WORKERS", "1");
    variables.put("PID", folder.resolve("nginx.pid").toString());
    variables.put("ERROR_LOG", folder.resolve("error.log") + " notice");
    variables.put("ACCESS_LOG", folder.resolve("access.log").toString());
    variables.put("CACHE", folder.resolve("cache").toString());
    variables.put("TEMP", folder.resolve("temp").toString());
    variables.put("ACME", folder.resolve("acme").toString());
    variables.putAll(overrides);
    var nginx = new NginxProcess(FOLDER.resolve(template), folder, variables);
    nginx.render();
    return nginx;
  }

  /** The shipped values of {@code nginx/defaults.env}. */
  public static Map<String, String> defaults() {
    var values = new TreeMap<String, String>();
    lines(FOLDER.resolve("defaults.env")).stream()
        .filter(line -> line.matches("[A-Z].*"))
        .map(line -> line.split("=", 2))
        .forEach(pair -> values.put(pair[0], pair[1]));
    return values;
  }

  private void run() {
    process = nginx("-g", "daemon off; user root;");
    // Written once all ports are open.
    var pid = Path.of(variables.get("PID"));
    Eventually.that("nginx", SOON, () -> Files.exists(pid) || !process.isAlive());
    process.awaitPort(httpPort(), SOON);
  }

  private ChildProcess nginx(String... arguments) {
    var command = new ArrayList<String>();
    command.addAll(List.of(Program.NGINX.path().toString(), "-e", "stderr", "-p"));
    command.addAll(List.of(folder.toString(), "-c", folder.resolve("nginx.conf").toString()));
    command.addAll(List.of(arguments));
    return ChildProcess.start(command, Map.of(), folder);
  }

  private void render() {
    try {
      Files.createDirectories(folder.resolve("temp"));
      Files.writeString(folder.resolve("nginx.conf"), rendered(Files.readString(template)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String rendered(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  private String value(String name) {
    var value = variables.get(name);
    if (value == null) {
      throw new IllegalStateException(name + " has no value in nginx/defaults.env");
    }
    return value;
  }

  private long workersThatLeft() {
    return errors()
        .lines()
        .filter(line -> line.matches(".*: worker process \\d+ exited.*"))
        .count();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
