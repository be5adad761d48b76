package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import systems.voltaic.magnetiq.testkit.Folders;

/** What the tests of embedded servers share. */
final class Trial {
  /** Unpacked once for all tests. */
  static final Path BINARIES = Path.of("target", "embedded").toAbsolutePath();

  /** Copies of it share passwords and ports, so another JVM's tests must not have the same. */
  private static final Path SOUND = ownFolder();

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Trial() {}

  static EmbeddedOptions postgres() {
    return EmbeddedOptions.of(true, false).withBinaries(BINARIES);
  }

  static EmbeddedOptions redis() {
    return EmbeddedOptions.of(false, true).withBinaries(BINARIES);
  }

  static EmbeddedOptions both() {
    return EmbeddedOptions.of(true, true).withBinaries(BINARIES);
  }

  static Embedded start(Path data, EmbeddedOptions options) throws EmbeddedFailure {
    return Embedded.start(data, options, sentence -> {});
  }

  /** Gives the folder data as a first start leaves it, faster than a first start. */
  private static Path ownFolder() {
    try {
      Path folder = Files.createTempDirectory("magnetiq-sound");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path furnish(Path data) throws IOException, EmbeddedFailure {
    if (!Files.exists(SOUND.resolve("redis"))) {
      start(SOUND, both()).close();
    }
    try (var all = Files.walk(SOUND)) {
      for (var file : all.filter(found -> !found.equals(SOUND)).toList()) {
        var copy = data.resolve(SOUND.relativize(file));
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return data;
  }

  static Process program(Class<?> main, Path data) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(main.getName(), data.toString(), BINARIES.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  static boolean isRoot() {
    return Commands.succeeds("sh", "-c", "test $(id -u) = 0");
  }

  /** The one sentence of a start that must fail. */
  static String failure(Callable<Embedded> start) {
    try (var unexpected = start.call()) {
      throw new AssertionError("started after all: " + unexpected.databaseUrl());
    } catch (EmbeddedFailure e) {
      return e.getMessage();
    } catch (Exception e) {
      throw new AssertionError("not an embedded failure", e);
    }
  }

  /** The dead whom their parent has not buried yet run no program. */
  static boolean lives(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
  }

  /** At once, as kill -9 does. */
  static void kill(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  static void until(String what, BooleanSupplier condition) {
    var end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never happened: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
