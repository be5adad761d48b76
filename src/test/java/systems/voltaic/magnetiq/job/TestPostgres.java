package systems.voltaic.magnetiq.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import systems.voltaic.magnetiq.db.DbConfig;
import systems.voltaic.magnetiq.db.Migrations;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;

/** One real Postgres for all tests of a run; every test class has a migrated database in it. */
public final class TestPostgres {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final boolean ROOT = System.getProperty("user.name").equals("root");
  private static TestPostgres shared;

  private final Path folder;
  private final int port;

  private TestPostgres(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** A fresh, migrated database. */
  public static synchronized DbConfig database() throws Exception {
    if (shared == null) {
      shared = start();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::stop));
    }
    String name = "jobs" + DATABASES.incrementAndGet();
    shared.create(name);
    DbConfig config = shared.config(name);
    new Migrations(config).migrate();
    return config;
  }

  public static PgDb open(Vertx vertx, DbConfig config, MeterRegistry meters) {
    return PgDb.open(vertx, config, 2, RecentWriters.none(), meters);
  }

  /** For what a test wants to do or know behind the program's back. */
  public static Connection connect(DbConfig config) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:" + config.url().toString().replace("postgres@", ""), "postgres", "");
  }

  private static TestPostgres start() throws Exception {
    Path folder = Files.createTempDirectory("jobs-postgres");
    if (ROOT) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    var started = new TestPostgres(folder, freePort());
    started.pg("initdb", "-A", "trust", "-U", "postgres", "-D", folder + "/data", "-N");
    started.pg(
        "pg_ctl",
        "-D",
        folder + "/data",
        "-l",
        folder + "/log",
        "-w",
        "-o",
        started.options(),
        "start");
    return started;
  }

  private String options() {
    return "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c max_connections=300";
  }

  private void stop() {
    try {
      pg("pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop");
      run(List.of("rm", "-rf", folder.toString()));
    } catch (Exception e) {
      throw new IllegalStateException("Postgres in " + folder + " could not be stopped", e);
    }
  }

  private void pg(String program, String... arguments) throws Exception {
    var command = new ArrayList<String>();
    if (ROOT) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add("/usr/lib/postgresql/15/bin/" + program);
    command.addAll(List.of(arguments));
    run(command);
  }

  private static void run(List<String> command) throws Exception {
    Path output = Files.createTempFile("jobs-postgres", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    String said = Files.readString(output);
    Files.delete(output);
    if (!ended || process.exitValue() != 0) {
      throw new IOException(command + " failed: " + said);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void create(String name) throws SQLException {
    try (var connection = connect(config("postgres"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
  }

  private DbConfig config(String database) {
    return new DbConfig(
        URI.create("postgresql://postgres@127.0.0.1:" + port + "/" + database),
        List.of(),
        8,
        500,
        Duration.ofSeconds(2),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofSeconds(10),
        DbConfig.SslMode.DISABLE,
        Optional.empty(),
        "magnetiq-test",
        false);
  }
}
