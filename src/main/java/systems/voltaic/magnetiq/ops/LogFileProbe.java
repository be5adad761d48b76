package systems.voltaic.magnetiq.ops;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystemProps;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import java.util.Map;

/** Whether the log file can be written. */
public final class LogFileProbe {

  private static final long SMALLEST_SPACE = 1_000_000;
  private static final OpenOptions APPEND =
      new OpenOptions().setCreate(false).setRead(false).setWrite(true).setAppend(true);
  private static final String EFFECT = "Nothing for visitors; the log goes to the console only.";

  public static Probe of(Vertx vertx, Path file) {
    return Probe.of("log-file", Probe.Group.CORE, false, EFFECT, () -> look(vertx, file));
  }

  private static Future<Finding> look(Vertx vertx, Path file) {
    return vertx
        .fileSystem()
        .open(file.toString(), APPEND)
        .compose(AsyncFile::close)
        .compose(closed -> vertx.fileSystem().fsProps(file.toString()))
        .map(LogFileProbe::judge);
  }

  private static Finding judge(FileSystemProps disk) {
    Map<String, Object> details = Map.of("freeBytes", disk.usableSpace());
    return disk.usableSpace() < SMALLEST_SPACE ? Finding.down(details) : Finding.up(details);
  }

  private LogFileProbe() {}
}
