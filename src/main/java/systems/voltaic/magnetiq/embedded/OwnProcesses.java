package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Processes of a server that work in our data folder, whoever started them. */
record OwnProcesses(Path folder, String program, String stopSignal) {
  private static final Duration ORDERLY = Duration.ofSeconds(30);
  private static final Duration FORCED = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(20);

  List<ProcessHandle> all() {
    return ProcessHandle.allProcesses().filter(this::belongs).toList();
  }

  /** Asks the leading process to stop in good order, and ends what is left after its time. */
  void stop() {
    var found = all();
    var pids = found.stream().map(ProcessHandle::pid).toList();
    for (var process : found) {
      if (process.parent().map(parent -> !pids.contains(parent.pid())).orElse(true)) {
        signal(process, stopSignal);
      }
    }
    if (!gone(ORDERLY)) {
      kill();
    }
  }

  void kill() {
    all().forEach(ProcessHandle::destroyForcibly);
    gone(FORCED);
  }

  static void signal(ProcessHandle process, String signal) {
    Commands.succeeds("sh", "-c", "kill -" + signal + " " + process.pid());
  }

  /** The dead whom their parent has not buried yet count as gone: they hold nothing. */
  private boolean gone(Duration limit) {
    var end = System.nanoTime() + limit.toNanos();
    while (!all().isEmpty()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return true;
  }

  private boolean belongs(ProcessHandle process) {
    var proc = Path.of("/proc", String.valueOf(process.pid()));
    if (!Files.exists(proc)) {
      return isStartedOn(process);
    }
    try {
      var runs = Files.readSymbolicLink(proc.resolve("exe")).getFileName().toString();
      return runs.startsWith(program) && Files.readSymbolicLink(proc.resolve("cwd")).equals(folder);
    } catch (IOException e) {
      return false;
    }
  }

  /** Where there is no /proc, the command line must do. */
  private boolean isStartedOn(ProcessHandle process) {
    var command = process.info().command().orElse("");
    var line = String.join(" ", process.info().arguments().orElse(new String[0]));
    return command.endsWith("/" + program) && line.contains(folder.toString());
  }
}
