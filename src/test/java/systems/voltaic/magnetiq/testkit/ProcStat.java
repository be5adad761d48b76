package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says about a running process. */
record ProcStat(char state, long cpuTicks, long residentBytes) {
  private static final int PAGE = 4096;

  static ProcStat of(long pid) {
    try {
      var line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The name in brackets may hold anything, so count from its end.
      var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      var ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      return new ProcStat(fields[0].charAt(0), ticks, Long.parseLong(fields[21]) * PAGE);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** A zombie waits only for its parent to look; it holds nothing any more. */
  static boolean isRunning(ProcessHandle process) {
    try {
      return process.isAlive() && of(process.pid()).state() != 'Z';
    } catch (UncheckedIOException gone) {
      return false;
    }
  }
}
