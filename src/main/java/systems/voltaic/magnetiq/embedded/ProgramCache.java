package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Consumer;

/** Programs out of the jars, unpacked once per version, whole or not at all. */
final class ProgramCache {
  private static final String UNFINISHED = ".unpacking-";

  private final Path folder;
  private final Consumer<String> progress;

  ProgramCache(Path folder, Consumer<String> progress) {
    this.folder = folder;
    this.progress = progress;
  }

  /** The folder with {@code bin}, {@code lib} and {@code share}. */
  Path postgres(Platform platform) throws EmbeddedFailure {
    return unpacked("Postgres 18", platform.postgresArchive(), Unpacking::archive);
  }

  /** The first of the platform's builds that runs here. */
  Path redis(Platform platform) throws EmbeddedFailure {
    for (var name : platform.redisPrograms()) {
      var program = unpacked("Redis 6.2", name, Unpacking::program).resolve(Unpacking.PROGRAM);
      if (Commands.succeeds(program.toString(), "--version")) {
        return program;
      }
    }
    throw new EmbeddedFailure(
        "The Redis in " + folder + " does not run on this machine: set REDIS_URL to one of yours.");
  }

  private Path unpacked(String name, String resource, Unpacking.Step step) throws EmbeddedFailure {
    // Within one JVM a second lock on the same file is an error, not a wait.
    synchronized (ProgramCache.class) {
      try {
        var source = jarEntry(resource);
        var version = Long.toHexString(source.getJarEntry().getCrc());
        var prefix = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        var target = folder.resolve(prefix + "-" + version);
        if (!Files.isDirectory(target)) {
          unpackAlone(new ReportedInput(source, name, progress), target, step);
        }
        return target;
      } catch (IOException e) {
        throw EmbeddedFailure.writing(folder, e);
      }
    }
  }

  private void unpackAlone(ReportedInput source, Path target, Unpacking.Step step)
      throws IOException {
    Files.createDirectories(folder);
    var lock = folder.resolve(".lock");
    try (var channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      removeUnfinished();
      if (!Files.isDirectory(target)) {
        unpack(source, target, step);
      }
    }
  }

  private void unpack(ReportedInput source, Path target, Unpacking.Step step) throws IOException {
    var unfinished = Files.createDirectory(folder.resolve(UNFINISHED + target.getFileName()));
    try (source) {
      step.unpack(source, unfinished);
      Folders.sync(unfinished);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Folders.delete(unfinished);
      throw e;
    }
  }

  private void removeUnfinished() throws IOException {
    try (var found = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
      for (var unfinished : found) {
        Folders.delete(unfinished);
      }
    }
  }

  private static JarURLConnection jarEntry(String resource) throws IOException {
    var found = ProgramCache.class.getClassLoader().getResource(resource);
    if (found == null || !(found.openConnection() instanceof JarURLConnection entry)) {
      throw new IOException(resource + " is missing in the jar");
    }
    return entry;
  }
}
