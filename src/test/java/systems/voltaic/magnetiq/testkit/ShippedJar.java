package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The built jar, with the classes of one start kept beside it: the many starts of the tests take
 * little more than half the time, as in the image.
 */
final class ShippedJar {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Optional<List<String>> FRESH = fresh();

  /** How to run it; nothing when it was not built, or not of what is tested here. */
  static Optional<List<String>> how() {
    return FRESH;
  }

  private static Optional<List<String>> fresh() {
    String built = System.getProperty("magnetiq.jar", "");
    Path jar = Path.of(built).toAbsolutePath();
    Path classes = jar.resolveSibling("classes");
    try {
      return built.isEmpty() || !Files.exists(jar) || newest(classes).compareTo(made(jar)) > 0
          ? Optional.empty()
          : Optional.of(List.of("-XX:SharedArchiveFile=" + archive(jar), "-jar", jar.toString()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Maven writes {@code build.properties} anew each time, whatever has changed. */
  private static FileTime newest(Path classes) throws IOException {
    var newest = FileTime.fromMillis(0);
    try (var files = Files.walk(classes)) {
      var compiled =
          files.filter(Files::isRegularFile).filter(file -> !file.endsWith("build.properties"));
      for (Path file : compiled.toList()) {
        FileTime time = made(file);
        newest = time.compareTo(newest) > 0 ? time : newest;
      }
    }
    return newest;
  }

  private static FileTime made(Path file) throws IOException {
    return Files.getLastModifiedTime(file);
  }

  private static Path archive(Path jar) throws IOException {
    String java = Runtime.version().feature() + "";
    Path archive = jar.resolveSibling("magnetiq-java" + java + ".jsa");
    if (!Files.exists(archive) || made(archive).compareTo(made(jar)) < 0) {
      Path folder = Files.createTempDirectory("magnetiq-classes");
      Files.move(train(jar, folder), archive, StandardCopyOption.REPLACE_EXISTING);
      Folders.delete(folder);
    }
    return archive;
  }

  /** A whole start and stop in the embedded size, which needs nothing. */
  private static Path train(Path jar, Path folder) throws IOException {
    EmbeddedData.in(folder);
    Path archive = folder.resolve("classes.jsa");
    var settings =
        Map.of("PORT", "0", "SITE_PORT", "0", "DATA_DIR", folder.resolve("data").toString());
    var command = new ArrayList<>(JavaProcess.command());
    command.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-jar", jar.toString(), "serve"));
    try (var start = ChildProcess.start(command, settings, folder)) {
      start.awaitLine("Magnetiq is ready.", PATIENCE);
      start.terminate();
      start.awaitExit(PATIENCE);
    }
    return archive;
  }

  private ShippedJar() {}
}
