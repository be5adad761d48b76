package systems.voltaic.magnetiq.db;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The machine's own Postgres, migrated, in a folder that goes away with the test JVM. */
public final class ScratchPostgres {

  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
  private static ScratchPostgres shared;

  private final DbConfig config;

  private ScratchPostgres(DbConfig config) {
    this.config = config;
  }

  public static synchronized ScratchPostgres shared() {
    if (shared == null) {
      shared = start();
      new Migrations(shared.config).migrate();
    }
    return shared;
  }

  public PgDb open(Vertx vertx) {
    return PgDb.open(vertx, config, 1, RecentWriters.none(), new SimpleMeterRegistry());
  }

  private static ScratchPostgres start() {
    try {
      Path folder = Files.createTempDirectory("magnetiq-postgres");
      int port = freePort();
      run("chown", "postgres", folder.toString());
      run(asPostgres("initdb", "-D", folder + "/data", "-A", "trust", "-U", "test"));
      String options = "-h 127.0.0.1 -p " + port + " -k " + folder;
      run(
          asPostgres(
              "pg_ctl",
              "-D",
              folder + "/data",
              "-w",
              "-l",
              folder + "/log",
              "-o",
              options,
              "start"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
      return new ScratchPostgres(config(port));
    } catch (IOException broken) {
      throw new IllegalStateException("Postgres did not start", broken);
    }
  }

  private static void stop(Path folder) {
    run(asPostgres("pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop"));
    run("rm", "-rf", folder.toString());
  }

  private static DbConfig config(int port) {
    return new DbConfig(
        URI.create("postgresql://test:test@127.0.0.1:" + port + "/postgres"),
        List.of(),
        8,
        100,
        Duration.ofSeconds(2),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofSeconds(10),
        DbConfig.SslMode.DISABLE,
        Optional.empty(),
        "test",
        false);
  }

  private static String[] asPostgres(String program, String... options) {
    List<String> command = new ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
    command.add(PROGRAMS.resolve(program).toString());
    command.addAll(List.of(options));
    return command.toArray(String[]::new);
  }

  private static void run(String... command) {
    try {
      var nowhere = ProcessBuilder.Redirect.DISCARD;
      var process = new ProcessBuilder(command).redirectOutput(nowhere).start();
      boolean ended = process.waitFor(30, TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        var said = new String(process.getErrorStream().readNBytes(2000), StandardCharsets.UTF_8);
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
