package systems.voltaic.magnetiq.loadtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time of processes, and of whoever else is on this machine. */
final class Cpu {

  private static final double TICKS = 100;

  /** Where the counters stood. */
  record Reading(double busy, double ours, long nanos) {

    /** The share of the machine that others used since then. */
    double foreignShare() throws IOException {
      Reading now = Cpu.read();
      double seconds = (now.nanos - nanos) / 1e9;
      double foreign = (now.busy - busy) - (now.ours - ours);
      return Math.max(0, foreign / seconds / Runtime.getRuntime().availableProcessors());
    }
  }

  static Reading read() throws IOException {
    double ours = treeSeconds(ProcessHandle.current().pid());
    for (var child : ProcessHandle.current().descendants().toList()) {
      ours += treeSeconds(child.pid());
    }
    return new Reading(busySeconds(), ours, System.nanoTime());
  }

  /** Of the process alone. */
  static double seconds(long pid) throws IOException {
    String[] fields = fields(pid);
    return (number(fields, 11) + number(fields, 12)) / TICKS;
  }

  /** With the children that it has waited for. */
  private static double treeSeconds(long pid) throws IOException {
    try {
      String[] fields = fields(pid);
      double children = number(fields, 13) + number(fields, 14);
      return (number(fields, 11) + number(fields, 12) + children) / TICKS;
    } catch (NoSuchFileException gone) {
      return 0;
    }
  }

  private static double number(String[] fields, int index) {
    return Double.parseDouble(fields[index]);
  }

  /** After the name, which may hold spaces. */
  private static String[] fields(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
  }

  private static double busySeconds() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/stat"))) {
      String[] cpu = lines.findFirst().orElseThrow().trim().split("\\s+");
      double ticks = Stream.of(1, 2, 3, 6, 7).mapToDouble(i -> number(cpu, i)).sum();
      return ticks / TICKS;
    }
  }

  private Cpu() {}
}
