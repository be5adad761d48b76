package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Short-lived programs: run, waited for within bounds. */
final class Commands {
  private static final long SECONDS = 120;

  record Result(int exit, String output) {}

  private Commands() {}

  static boolean succeeds(String... command) {
    try {
      return run(Path.of("/"), "", Arrays.asList(command)).exit() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs it to its end with what it is told on its standard input. */
  static Result run(Path folder, String told, List<String> command) throws IOException {
    var input = Files.createTempFile("magnetiq", ".in");
    var output = Files.createTempFile("magnetiq", ".out");
    try {
      Files.writeString(input, told);
      var process =
          builder(folder, command)
              .redirectInput(input.toFile())
              .redirectOutput(output.toFile())
              .start();
      return new Result(exitOf(process), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.delete(input);
      Files.delete(output);
    }
  }

  /** The operator's own Postgres variables and language must not reach ours. */
  static ProcessBuilder builder(Path folder, List<String> command) {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    return builder;
  }

  private static int exitOf(Process process) throws IOException {
    try {
      if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new IOException("no answer within " + SECONDS + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new IOException("interrupted", e);
    }
  }
}
