package systems.voltaic.magnetiq.loadtest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A database server with durable settings, for subject and reference alike. */
final class Postgres implements AutoCloseable {

  private static final String ACCOUNT = "postgres";

  private final Path folder;
  private final Path bin = Programs.postgres();
  private final int port = Ports.free();
  private Child server;

  Postgres(Path folder) throws Exception {
    this.folder = folder;
    Path data = folder.resolve("data");
    Path socket = Files.createDirectories(folder.resolve("socket"));
    if (isRoot()) {
      Child.run(List.of("chown", "-R", ACCOUNT, folder.toString()));
    }
    Child.run(
        unprivileged(bin + "/initdb", "-D", data + "", "-U", "load", "-A", "trust", "-E", "UTF8"));
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        """
        port = %d
        listen_addresses = '127.0.0.1'
        unix_socket_directories = '%s'
        shared_buffers = '256MB'
        max_connections = 200
        fsync = on
        """
            .formatted(port, socket));
    start();
    sql("CREATE DATABASE magnetiq");
  }

  void start() throws Exception {
    Path log = folder.resolveSibling("postgres.log");
    server = Child.start(log, Map.of(), unprivileged(bin + "/postgres", "-D", folder + "/data"));
    Until.that("Postgres to answer", Duration.ofSeconds(60), this::answers);
  }

  /** Ends it as an operator would; connections are cut. */
  void stop() throws Exception {
    Child.run(
        unprivileged(bin + "/pg_ctl", "-D", folder + "/data", "stop", "-m", "fast", "-w").stream()
            .toList());
    server.close();
  }

  private boolean answers() throws Exception {
    server.refuseDead();
    try {
      Child.run(psql("postgres", List.of("-c", "SELECT 1")));
      return true;
    } catch (Unusable notYet) {
      return false;
    }
  }

  String url() {
    return "postgresql://load:trusted@127.0.0.1:" + port + "/magnetiq";
  }

  String version() throws Exception {
    return query("SHOW server_version");
  }

  String query(String statement) throws Exception {
    return Child.run(psql("magnetiq", List.of("-c", statement))).strip();
  }

  private void sql(String statement) throws Exception {
    Child.run(psql("postgres", List.of("-c", statement)));
  }

  /** A script of the sql folder; values are name=value. */
  void script(String name, String... values) throws Exception {
    var arguments = new ArrayList<String>();
    for (String value : values) {
      arguments.addAll(List.of("-v", value));
    }
    arguments.addAll(List.of("-f", Rig.source("sql/" + name).toString()));
    Child.run(psql("magnetiq", arguments));
  }

  private List<String> psql(String database, List<String> arguments) {
    var command = new ArrayList<String>(List.of(Programs.psql().toString(), "-XqAt", "-v"));
    command.addAll(List.of("ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", port + "", "-U", "load"));
    command.addAll(List.of("-d", database));
    command.addAll(arguments);
    return command;
  }

  private static List<String> unprivileged(String... command) {
    var all = new ArrayList<String>();
    if (isRoot()) {
      all.addAll(List.of("runuser", "-u", ACCOUNT, "--"));
    }
    all.addAll(List.of(command));
    return all;
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  @Override
  public void close() throws Exception {
    stop();
  }
}
