package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server writes down: one file and the one before it, bounded in size. */
final class ServerLog {
  private static final Logger LOG = LoggerFactory.getLogger(ServerLog.class);
  private static final long LIMIT = 10_000_000;

  private final Path file;
  private long start;

  ServerLog(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /** From here on is what {@link #sinceStart} tells. */
  void markStart() throws IOException {
    trim();
    start = Files.exists(file) ? Files.size(file) : 0;
  }

  String sinceStart() {
    try (var bytes = Files.newInputStream(file)) {
      bytes.skipNBytes(start);
      return new String(bytes.readNBytes((int) LIMIT), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  List<String> lastLines(int count) {
    var lines = sinceStart().lines().filter(line -> !line.isBlank()).toList();
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }

  /** Emptied in place, because the server keeps the file open and only ever appends. */
  void trim() {
    try {
      if (Files.exists(file) && Files.size(file) > LIMIT) {
        var before = file.resolveSibling(file.getFileName() + ".1");
        Files.copy(file, before, StandardCopyOption.REPLACE_EXISTING);
        Files.write(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        start = 0;
      }
    } catch (IOException e) {
      LOG.warn("{} could not be trimmed: {}", file, EmbeddedFailure.reason(e));
    }
  }
}
