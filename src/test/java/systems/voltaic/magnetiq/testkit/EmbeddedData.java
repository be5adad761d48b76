package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The data folder of an instance that brings its databases. */
public final class EmbeddedData {
  private final Path folder;

  private EmbeddedData(Path folder) {
    this.folder = folder;
  }

  /** For an instance that is to be started in the folder; its programs are unpacked already. */
  public static EmbeddedData in(Path folder) throws IOException {
    Databases.postgres();
    Databases.redisUrl();
    var data = Files.createDirectories(folder.resolve("data"));
    Files.createSymbolicLink(data.resolve(".bin"), Databases.BINARIES);
    return new EmbeddedData(data);
  }

  /** Of an instance that runs there. */
  static EmbeddedData at(Path data) {
    return new EmbeddedData(data);
  }

  public Path folder() {
    return folder;
  }

  /** Where the instance's own role finds its database. */
  public URI databaseUrl() {
    var remembered = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve(".remembered"))) {
      remembered.load(reader);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return URI.create(
        "postgresql://magnetiq:%s@127.0.0.1:%s/magnetiq"
            .formatted(
                remembered.getProperty("postgres.password"),
                remembered.getProperty("postgres.port")));
  }

  /** SIGKILL to the process that all of Postgres hangs on. */
  public void killPostgres() throws IOException {
    var pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0).strip();
    ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
  }
}
