package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Postgres on a cluster of ours. */
final class PostgresServer implements Server {
  private static final String PID_FILE = "postmaster.pid";
  private static final int LONGEST_SOCKET_PATH = 100;
  private static final int STATUS_LINE = 8;
  private static final Pattern LAST_WORDS = Pattern.compile("(?:FATAL|PANIC|postgres): +(.*)");
  private static final Pattern DAMAGE =
      Pattern.compile(
          "control file|pg_control|checkpoint|could not (locate|find)|invalid|not a (valid )?data directory"
              + "|incompatible with server|could not (open|read|access)|PANIC|corrupt");

  private final PostgresCluster cluster;
  private final DataFolder data;
  private final Path programs;
  private final int port;
  private final ServerLog log;

  PostgresServer(PostgresCluster cluster, DataFolder data, Path programs, int port) {
    this.cluster = cluster;
    this.data = data;
    this.programs = programs;
    this.port = port;
    this.log = new ServerLog(data.logs().resolve("postgres.log"));
  }

  /** Stopped the fast way: sessions are ended, everything is written. */
  static OwnProcesses processesIn(DataFolder data) {
    return new OwnProcesses(data.postgres(), "postgres", "INT");
  }

  /**
   * To be called when none of its processes is left. The number in the file may by now be another
   * program's; with our own, Postgres knows it for stale and still checks the shared memory.
   */
  void disownDeadPostmaster() throws IOException {
    var file = folder().resolve(PID_FILE);
    if (Files.exists(file)) {
      var lines = new ArrayList<>(Files.readAllLines(file));
      lines.set(0, String.valueOf(ProcessHandle.current().pid()));
      Files.write(file, lines);
    }
  }

  /** Written before every start: what an operator wants otherwise goes to postgresql.auto.conf. */
  void configure(EmbeddedOptions options) throws IOException {
    var settings = new LinkedHashMap<>(settings());
    settings.putAll(options.settings());
    var lines =
        settings.entrySet().stream()
            .map(entry -> entry.getKey() + " = '" + entry.getValue().replace("'", "''") + "'\n")
            .collect(Collectors.joining());
    Folders.writePrivate(folder().resolve("postgresql.conf"), lines);
    var access = String.join("\n", options.access()) + "\n";
    Folders.writePrivate(
        folder().resolve("pg_hba.conf"),
        access + "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n");
  }

  private Map<String, String> settings() {
    var settings = new LinkedHashMap<String, String>();
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("port", String.valueOf(port));
    settings.put("unix_socket_directories", socketFolder());
    settings.put("unix_socket_permissions", "0700");
    settings.put("password_encryption", "scram-sha-256");
    settings.put("max_connections", "200");
    settings.put("shared_buffers", "128MB");
    settings.put("effective_cache_size", "512MB");
    settings.put("work_mem", "8MB");
    settings.put("maintenance_work_mem", "64MB");
    settings.put("random_page_cost", "1.1");
    settings.put("wal_compression", "on");
    settings.put("max_wal_size", "1GB");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    // Faults of statements reach the program that sent them; this log stays small.
    settings.put("log_min_messages", "log");
    settings.put("log_checkpoints", "off");
    return settings;
  }

  private String socketFolder() {
    var socket = data.sockets().resolve(".s.PGSQL." + port).toString();
    var length = socket.getBytes(StandardCharsets.UTF_8).length;
    return length > LONGEST_SOCKET_PATH ? "" : data.sockets().toString();
  }

  @Override
  public String name() {
    return "Postgres";
  }

  @Override
  public Path folder() {
    return data.postgres();
  }

  @Override
  public OwnProcesses processes() {
    return processesIn(data);
  }

  @Override
  public ServerLog log() {
    return log;
  }

  /** The promises about power loss go by command line, which no configuration file overrules. */
  @Override
  public List<String> command() {
    return List.of(
        programs.resolve("bin/postgres").toString(),
        "-D",
        folder().toString(),
        "-c",
        "fsync=on",
        "-c",
        "full_page_writes=on",
        "-c",
        "synchronous_commit=on");
  }

  @Override
  public boolean serves(Process process) {
    try {
      var lines = Files.readAllLines(folder().resolve(PID_FILE));
      return lines.size() >= STATUS_LINE
          && lines.get(0).strip().equals(String.valueOf(process.pid()))
          && List.of("ready", "standby").contains(lines.get(STATUS_LINE - 1).strip());
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String occupation() {
    return log.sinceStart().contains("recovery in progress")
        ? "Postgres is recovering what was written before it was cut off"
        : "Waiting for Postgres";
  }

  @Override
  public EmbeddedFailure refusal() {
    var words = log.sinceStart();
    if (EmbeddedFailure.isDiskFull(words)) {
      return EmbeddedFailure.diskFull(data.root());
    }
    if (words.contains("Permission denied")) {
      return EmbeddedFailure.writing(folder(), new IOException("permission denied"));
    }
    var said = LAST_WORDS.matcher(words);
    if (said.find() && DAMAGE.matcher(said.group()).find()) {
      return cluster.damaged(said.group(1));
    }
    return new EmbeddedFailure(
        "Postgres did not start; the last lines of "
            + log.file()
            + ": "
            + String.join(" | ", log.lastLines(5)));
  }

  String url(String user, String password, String database) {
    return "postgresql://" + user + ":" + password + "@127.0.0.1:" + port + "/" + database;
  }
}
