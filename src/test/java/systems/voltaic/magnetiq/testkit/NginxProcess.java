package systems.voltaic.magnetiq.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real nginx with one of our templates, on free ports, with all it writes in one folder. */
public final class NginxProcess implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(10);
  private final NginxTemplate template;
  private final Path folder;
  private ChildProcess process;

  private NginxProcess(NginxTemplate template, Path folder) {
    this.template = template;
    this.folder = folder;
    template.render();
  }

  /** Starts on the shipped defaults, what a test folder needs in their place, and the overrides. */
  public static NginxProcess start(String template, Path folder, Map<String, String> overrides) {
    var nginx = new NginxProcess(new NginxTemplate(template, folder, overrides), folder);
    nginx.run();
    return nginx;
  }

  /** What {@code nginx -t} says about the rendered template. */
  public static String check(String template, Path folder, Map<String, String> overrides) {
    var nginx = new NginxProcess(new NginxTemplate(template, folder, overrides), folder);
    try (var check = nginx.nginx("-t", "-q")) {
      check.awaitExit(SOON);
      return String.join("\n", check.output());
    }
  }

  public int httpPort() {
    return template.port("HTTP_PORT");
  }

  public int httpsPort() {
    return template.port("HTTPS_PORT");
  }

  /** Renders with other values and reloads, as a deployment does, until the old workers left. */
  public void reload(Map<String, String> overrides) {
    template.set(overrides);
    template.render();
    var before = workersThatLeft();
    process.signal("HUP");
    Eventually.that("the reload", SOON, () -> workersThatLeft() > before);
  }

  public List<String> accessLog() {
    return NginxTemplate.lines(folder.resolve("access.log"));
  }

  public String errors() {
    return String.join("\n", NginxTemplate.lines(folder.resolve("error.log")));
  }

  @Override
  public void close() {
    process.terminate();
    process.awaitExit(SOON);
    process.close();
  }

  private void run() {
    process = nginx("-g", "daemon off; user root;");
    // Written once all ports are open.
    var pid = folder.resolve("nginx.pid");
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

  private long workersThatLeft() {
    return errors()
        .lines()
        .filter(line -> line.matches(".*: worker process \\d+ exited.*"))
        .count();
  }
}
