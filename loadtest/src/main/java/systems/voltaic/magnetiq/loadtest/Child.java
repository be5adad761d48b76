package systems.voltaic.magnetiq.loadtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of ours, what it used, and its end. */
final class Child implements AutoCloseable {

  private final Process process;
  private final Path log;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static Child start(Path log, Map<String, String> environment, List<String> command)
      throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.directory(log.getParent().toFile());
    builder.redirectOutput(log.toFile());
    return new Child(builder.start(), log);
  }

  /** Runs to its end and answers what it said. */
  static String run(List<String> command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new Unusable(command.get(0) + " failed: " + said.strip());
    }
    return said;
  }

  /** Processor time so far, of all its threads. */
  double cpuSeconds() throws IOException {
    return Cpu.seconds(process.pid());
  }

  /** With the processes it started, such as the workers of nginx. */
  double treeCpuSeconds() throws IOException {
    double all = cpuSeconds();
    for (var each : process.descendants().toList()) {
      all += Cpu.seconds(each.pid());
    }
    return all;
  }

  double rssMegabytes() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      String rss = lines.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Double.parseDouble(rss.replaceAll("\\D", "")) / 1024;
    }
  }

  void refuseDead() throws IOException {
    if (!process.isAlive()) {
      throw new Unusable("a process ended early: " + last(Files.readAllLines(log)));
    }
  }

  private static String last(List<String> lines) {
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
