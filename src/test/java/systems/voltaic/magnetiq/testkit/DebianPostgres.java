package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Postgres server of the system's, which tests stop, start, kill and replicate. */
public final class DebianPostgres implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Path PROGRAMS = Program.POSTGRES.path().getParent();

  private final Path folder;
  private final int port = Platform.freePort();
  private ChildProcess process;

  private DebianPostgres(Path folder) {
    this.folder = folder;
  }

  /** A new server with an empty database, started. */
  public static DebianPostgres start() {
    var server = new DebianPostgres(newFolder());
    server.run("initdb", "--auth=trust", "--username=postgres", "--no-sync", "-D", server.data());
    server.begin();
    return server;
  }

  /** A streaming replica of it, started. */
  public DebianPostgres replica() {
    var replica = new DebianPostgres(newFolder());
    var source = "host=127.0.0.1 user=postgres port=" + port;
    replica.run(
        "pg_basebackup",
        "--checkpoint=fast",
        "--write-recovery-conf",
        "-D",
        replica.data(),
        "-d",
        source);
    replica.begin();
    return replica;
  }

  public URI url() {
    return URI.create("postgresql://postgres:none@127.0.0.1:" + port + "/postgres");
  }

  public int port() {
    return port;
  }

  public void begin() {
    process =
        ChildProcess.start(
            asPostgres(
                "postgres", "-D", data(), "-p", Integer.toString(port), "-k", folder.toString()),
            Map.of(),
            folder);
    Eventually.that("Postgres on port " + port, SOON, () -> Sql.number(url(), "SELECT 1") == 1);
  }

  /** In order, as for a restart: sessions are ended, everything is written. */
  public void stop() {
    process.signal("INT");
    process.awaitExit(SOON);
  }

  public void kill() {
    process.killAll();
  }

  @Override
  public void close() {
    process.killAll();
    Folders.delete(folder);
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void run(String program, String... arguments) {
    try (var child = ChildProcess.start(asPostgres(program, arguments), Map.of(), folder)) {
      if (child.awaitExit(SOON) != 0) {
        throw new IllegalStateException(program + ": " + child.output());
      }
    }
  }

  /** Postgres refuses to run as root. */
  private static List<String> asPostgres(String program, String... arguments) {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    command.add(PROGRAMS.resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static Path newFolder() {
    try {
      var folder = Files.createTempDirectory("magnetiq-postgres");
      if (isRoot()) {
        var users = folder.getFileSystem().getUserPrincipalLookupService();
        Files.setOwner(folder, users.lookupPrincipalByName("postgres"));
      }
      return folder;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
