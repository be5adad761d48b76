package systems.voltaic.magnetiq.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the process really occupies, where the system tells (Linux). */
final class ResidentMemory {

  private static final Path STATUS = Path.of("/proc/self/status");

  static double bytes() {
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  private ResidentMemory() {}
}
