package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import systems.voltaic.magnetiq.db.Migrations;
import systems.voltaic.magnetiq.embedded.Embedded;
import systems.voltaic.magnetiq.embedded.EmbeddedFailure;
import systems.voltaic.magnetiq.embedded.EmbeddedOptions;

/**
 * One real Postgres and Redis for all tests of this JVM; every test class gets a fresh database.
 */
public final class Databases {

  /** Programs are unpacked once for all runs until the next clean. */
  public static final Path BINARIES = Path.of("target", "embedded-programs").toAbsolutePath();

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static Embedded servers;

  /** The servers, started at first use and stopped with the JVM. */
  public static synchronized Embedded servers() {
    if (servers == null) {
      servers = start();
      migrateTemplate();
    }
    return servers;
  }

  /** The address of a new database with the whole schema and nothing in it. */
  public static synchronized URI fresh() {
    servers();
    String name = "test_" + NUMBER.incrementAndGet();
    admin("CREATE DATABASE " + name + " TEMPLATE magnetiq OWNER " + owner());
    return named(name);
  }

  /** The address of a new database in which nothing was ever migrated. */
  public static synchronized URI empty() {
    servers();
    String name = "empty_" + NUMBER.incrementAndGet();
    admin("CREATE DATABASE " + name + " TEMPLATE template0 OWNER " + owner());
    return named(name);
  }

  public static String redisUrl() {
    return servers().redisUrl().orElseThrow();
  }

  /** Runs a statement as the server's administrator. */
  public static void admin(String statement) {
    URI admin = URI.create(servers.adminDatabaseUrl().orElseThrow());
    String[] user = admin.getUserInfo().split(":", 2);
    String jdbc = "jdbc:postgresql://127.0.0.1:" + admin.getPort() + "/postgres";
    try (var connection = DriverManager.getConnection(jdbc, user[0], user[1]);
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  private static Embedded start() {
    try {
      Path data = Files.createTempDirectory("magnetiq-test");
      var options =
          EmbeddedOptions.of(true, true)
              .withBinaries(BINARIES)
              .withSettings(Map.of("max_connections", "300"));
      Embedded started = Embedded.start(data, options, sentence -> {});
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, data)));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (EmbeddedFailure e) {
      throw new IllegalStateException(e);
    }
  }

  private static void stop(Embedded started, Path data) {
    started.close();
    Folders.delete(data);
  }

  private static void migrateTemplate() {
    new Migrations(DbConfigs.to(named("magnetiq"))).migrate();
  }

  private static String owner() {
    return URI.create(servers.databaseUrl().orElseThrow()).getUserInfo().split(":", 2)[0];
  }

  private static URI named(String database) {
    URI url = URI.create(servers.databaseUrl().orElseThrow());
    return url.resolve("/" + database);
  }

  private Databases() {}
}
