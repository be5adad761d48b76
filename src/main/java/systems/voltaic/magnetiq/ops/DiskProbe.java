package systems.voltaic.magnetiq.ops;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
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
    return vertx.fileSystem().fsProps(folder.toString()).map(DiskProbe::judge);
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
