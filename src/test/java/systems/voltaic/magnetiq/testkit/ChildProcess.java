package systems.voltaic.magnetiq.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A program the test started: its output, its signals, what it costs. Killed on close. */
public final class ChildProcess implements AutoCloseable {
  private static final Duration END = Duration.ofSeconds(20);

  private final Process process;
  private final String name;
  private final Queue<String> output = new ConcurrentLinkedQueue<>();
  private final Thread reader;

  private ChildProcess(Process process, String name) {
    this.process = process;
    this.name = name;
    this.reader = new Thread(this::collect, "output-of-" + name);
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts with this environment and {@code PATH}, nothing inherited; errors join the output. */
  public static ChildProcess start(
      List<String> command, Map<String, String> environment, Path folder) {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    var path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().putAll(environment);
    try {
      return new ChildProcess(builder.start(), Path.of(command.get(0)).getFileName().toString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public List<String> output() {
    return List.copyOf(output);
  }

  /** The first line, so far or to come, that contains the text; fails at once when it ends. */
  public String awaitLine(String text, Duration patience) {
    var what = "\"" + text + "\" from " + name;
    try {
      Eventually.that(what, patience, () -> lineWith(text).isPresent() || !reader.isAlive());
    } catch (AssertionError late) {
      throw new AssertionError(late.getMessage() + ", " + standing() + ": " + output, late);
    }
    return lineWith(text).orElseThrow(() -> new AssertionError(name + " ended: " + output));
  }

  public void awaitPort(int port, Duration patience) {
    Eventually.that(
        name + " on port " + port, patience, () -> !isAlive() || Acceptor.answers(port));
    if (!isAlive()) {
      throw new AssertionError(name + " ended: " + output);
    }
  }

  public int awaitExit(Duration patience) {
    Eventually.that("the end of " + name, patience, () -> !isAlive() && !reader.isAlive());
    return process.exitValue();
  }

  /** SIGTERM, by the handle: the process object would throw away what is said on the way out. */
  public void terminate() {
    process.toHandle().destroy();
  }

  /** SIGKILL to it alone, as when the kernel runs out of memory. */
  public void kill() {
    process.destroyForcibly();
    Eventually.that("the death of " + name, END, () -> !isAlive());
  }

  /** SIGKILL to it and everything it started, as when the machine loses power. */
  public void killAll() {
    var all = new ArrayList<>(process.descendants().toList());
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    all.add(process.toHandle());
    Eventually.that("the death of all", END, () -> all.stream().noneMatch(ProcStat::isRunning));
  }

  /** SIGSTOP: frozen until {@link #resume}. */
  public void pause() {
    signal("STOP");
    Eventually.that(name + " to freeze", END, () -> ProcStat.of(pid()).state() == 'T');
  }

  public void resume() {
    signal("CONT");
  }

  public void signal(String signal) {
    try {
      var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid())).start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("No signal " + signal + " to " + name);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  public long residentBytes() {
    return ProcStat.of(pid()).residentBytes();
  }

  /** Hundredths of a second of one core, user and system together. */
  public long cpuTicks() {
    return ProcStat.of(pid()).cpuTicks();
  }

  @Override
  public void close() {
    killAll();
  }

  /** Whether it waits, works or was stopped, and what it has spent on it. */
  private String standing() {
    return isAlive()
        ? "state %s, %d ticks".formatted(ProcStat.of(pid()).state(), cpuTicks())
        : "ended";
  }

  private Optional<String> lineWith(String text) {
    return output.stream().filter(line -> line.contains(text)).findFirst();
  }

  private void collect() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(output::add);
    } catch (IOException | UncheckedIOException cut) {
      output.add("(output cut: " + cut.getMessage() + ")");
    }
  }
}
