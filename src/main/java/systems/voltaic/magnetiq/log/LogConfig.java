package systems.voltaic.magnetiq.log;

import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.event.Level;

/** What is logged, how it looks, and the file it also goes to. */
public record LogConfig(Level level, Format format, Optional<Path> file) {

  public enum Format {
    JSON,
    TEXT
  }
}
