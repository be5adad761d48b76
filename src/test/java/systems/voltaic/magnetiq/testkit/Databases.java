package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import systems.voltaic.magnetiq.db.Migrations;
import systems.voltaic.magnetiq.embedded.Embedded;
import systems.voltaic.magnetiq.embedded.EmbeddedFailure;
import systems.voltaic.magnetiq.embedded.EmbeddedOptions;

/**
 * One real Postgres for all tests of this JVM, and a Redis for each of its threads; every test
 * class gets a fresh database.
 */
public final class Databases {

  /** Programs are unpacked once for all runs until the next clean. */
  public static final Path BINARIES = Path.of("target", "embedded-programs").toAbsolutePath();

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Whoever looks after hundreds of databases must not do so all the time. */
  private static final Map<String, String> SETTINGS =
      Map.of("max_connections", "300", "autovacuum_naptime", "10min");

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ROOM_FOR_ALL = 6L << 30;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ThreadLocal<URI> REDIS = new ThreadLocal<>();
  private static Embedded postgres;

  /** The server, started at first use and stopped with the JVM. */
  public static synchronized Embedded postgres() {
    if (postgres == null) {
      postgres = start(EmbeddedOptions.of(true, false).withSettings(SETTINGS));
      migrateTemplate();
    }
    return postgres;
  }

  /** The address of a new database with the whole schema and nothing in it. */
  public static synchronized URI fresh() {
    postgres();
    return cloneOf("magnetiq");
  }

  /** The address of a new database with all that is in this one, to which nobody is connected. */
  public static synchronized URI copy(URI original) {
    Sql.hangUp();
    return cloneOf(original.getPath().substring(1));
  }

  private static URI cloneOf(String template) {
    String name = "test_" + NUMBER.incrementAndGet();
    admin(
        "CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY OWNER %s"
            .formatted(name, template, owner()));
    return named(name);
  }

  /** The address of a new database in which nothing was ever migrated. */
  public static synchronized URI empty() {
    postgres();
    String name = "empty_" + NUMBER.incrementAndGet();
    admin("CREATE DATABASE " + name + " TEMPLATE template0 OWNER " + owner());
    return named(name);
  }

  /** Who tests on another thread hears none of its news and finds none of its answers. */
  public static String redisUrl() {
    if (REDIS.get() == null) {
      String url = start(EmbeddedOptions.of(false, true)).redisUrl().orElseThrow();
      REDIS.set(URI.create(url));
    }
    return REDIS.get().toString();
  }

  /** Of this thread, if it has one. */
  static void emptyRedis() {
    URI redis = REDIS.get();
    if (redis != null) {
      String password = redis.getUserInfo().split(":", 2)[1];
      try (var socket = RawSocket.to(redis.getPort())) {
        socket.send("AUTH " + password + "\r\nFLUSHALL\r\nQUIT\r\n");
        if (!socket.everything(PATIENCE).equals("+OK\r\n".repeat(3))) {
          throw new IllegalStateException("Redis was not emptied");
        }
      }
    }
  }

  /** Runs a statement as the server's administrator. */
  public static void admin(String statement) {
    URI admin = URI.create(postgres.adminDatabaseUrl().orElseThrow());
    String[] user = admin.getUserInfo().split(":", 2);
    String jdbc = "jdbc:postgresql://127.0.0.1:" + admin.getPort() + "/postgres";
    try (var connection = DriverManager.getConnection(jdbc, user[0], user[1]);
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  private static synchronized Embedded start(EmbeddedOptions options) {
    try {
      Path data = Files.createTempDirectory(place(), "magnetiq-test");
      Embedded started = Embedded.start(data, options.withBinaries(BINARIES), sentence -> {});
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, data)));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (EmbeddedFailure e) {
      throw new IllegalStateException(e);
    }
  }

  /** In memory where there is room: copying a template is four times as fast. */
  private static Path place() throws IOException {
    boolean roomy =
        Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM_FOR_ALL;
    return roomy ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
  }

  private static void stop(Embedded started, Path data) {
    started.close();
    Folders.delete(data);
  }

  private static void migrateTemplate() {
    new Migrations(DbConfigs.to(named("magnetiq"))).migrate();
  }

  private static String owner() {
    return URI.create(postgres.databaseUrl().orElseThrow()).getUserInfo().split(":", 2)[0];
  }

  private static URI named(String database) {
    URI url = URI.create(postgres.databaseUrl().orElseThrow());
    return url.resolve("/" + database);
  }

  private Databases() {}
}
