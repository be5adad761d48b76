package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of our nginx templates with the shipped defaults, moved into a folder of the test. */
final class NginxTemplate {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");
  private static final Path SHIPPED = Path.of("nginx").toAbsolutePath();

  private final Map<String, String> variables = new HashMap<>();
  private final Path template;
  private final Path folder;

  NginxTemplate(String template, Path folder, Map<String, String> overrides) {
    this.template = SHIPPED.resolve(template);
    this.folder = folder;
    readDefaults();
    moveInto(folder);
    set(overrides);
  }

  void set(Map<String, String> overrides) {
    variables.putAll(overrides);
  }

  int port(String name) {
    return Integer.parseInt(variables.get(name));
  }

  /** As the nginx image does at its start: only what stands in braces and capitals. */
  void render() {
    try {
      Files.createDirectories(folder.resolve("temp"));
      var text =
          VARIABLE.matcher(Files.readString(template)).replaceAll(name -> value(name.group(1)));
      Files.writeString(folder.resolve("nginx.conf"), text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void readDefaults() {
    lines(SHIPPED.resolve("defaults.env")).stream()
        .filter(line -> line.matches("[A-Z].*"))
        .map(line -> line.split("=", 2))
        .forEach(pair -> variables.put(pair[0], pair[1].replace("\"", "")));
  }

  private void moveInto(Path folder) {
    var certificate = SelfSigned.certificate();
    variables.put("SNIPPETS", SHIPPED.resolve("snippets").toString());
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
  }

  private String value(String name) {
    var value = variables.get(name);
    if (value == null) {
      throw new IllegalStateException(name + " has no value in nginx/defaults.env");
    }
    return Matcher.quoteReplacement(value);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
