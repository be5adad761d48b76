package systems.voltaic.magnetiq.ops;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.FileSystemProps;
import java.nio.file.Path;
import java.util.Map;

/** How full the disk under a folder is. */
public final class DiskProbe {

  static final int WARNING_PERCENT = 80;
  static final int FULL_PERCENT = 95;

  private static final String EFFECT =
      "Pages and bookings work; uploads are refused when the disk is full.";

  public static Probe of(String name, Vertx vertx, Path folder) {
    return Probe.of(name, Probe.Group.CORE, false, EFFECT, () -> look(vertx, folder));
  }

  private static Future<Finding> look(Vertx vertx, Path folder) {
    FileSystem files = vertx.fileSystem();
    return nearest(files, folder)
        .compose(there -> files.fsProps(there.toString()))
        .map(DiskProbe::judge);
  }

  /** What does not exist yet will be written to the disk of the folder around it. */
  private static Future<Path> nearest(FileSystem files, Path folder) {
    return files
        .exists(folder.toString())
        .compose(
            there ->
                there || folder.getParent() == null
                    ? Future.succeededFuture(folder)
                    : nearest(files, folder.getParent()));
  }

  private static Finding judge(FileSystemProps disk) {
    return judge(disk.totalSpace(), disk.usableSpace());
  }

  static Finding judge(long total, long usable) {
    double percent = total == 0 ? 0 : 100.0 * (total - usable) / total;
    Map<String, Object> details =
        Map.of("usedPercent", Math.round(percent * 10) / 10.0, "freeBytes", usable);
    return new Finding(Finding.judge(percent, WARNING_PERCENT, FULL_PERCENT), details);
  }

  private DiskProbe() {}
}
