package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Postgres and Redis of the one-command size, with everything they know in one folder. */
public final class Embedded implements AutoCloseable {
  private static final String ADMIN_PASSWORD = "postgres.admin.password";
  private static final String PASSWORD = "postgres.password";

  private final DataFolder data;
  private final EmbeddedOptions options;
  private final Consumer<String> progress;
  private Optional<Supervisor> postgres = Optional.empty();
  private Optional<Supervisor> redis = Optional.empty();
  private Optional<String> databaseUrl = Optional.empty();
  private Optional<String> adminDatabaseUrl = Optional.empty();
  private Optional<String> redisUrl = Optional.empty();

  private Embedded(DataFolder data, EmbeddedOptions options, Consumer<String> progress) {
    this.data = data;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Starts what is asked for and returns when it serves.
   *
   * @param progress gets short sentences for the console
   */
  public static Embedded start(
      Path data, boolean postgres, boolean redis, Consumer<String> progress)
      throws EmbeddedFailure {
    return start(data, EmbeddedOptions.of(postgres, redis), progress);
  }

  public static Embedded start(Path data, EmbeddedOptions options, Consumer<String> progress)
      throws EmbeddedFailure {
    var embedded = new Embedded(DataFolder.open(data), options, progress);
    try {
      embedded.startServers();
      return embedded;
    } catch (IOException e) {
      embedded.close();
      throw EmbeddedFailure.writing(data, e);
    } catch (EmbeddedFailure | RuntimeException e) {
      embedded.close();
      throw e;
    }
  }

  private void startServers() throws IOException, EmbeddedFailure {
    Folders.createPrivate(data.logs());
    var programs = new ProgramCache(options.binaries().orElse(data.programs()), progress);
    var remembered = Remembered.in(data.remembered());
    var identity = identity();
    if (options.postgres()) {
      startPostgres(programs.postgres(Platform.here()), remembered, identity);
    }
    if (options.redis()) {
      startRedis(programs.redis(Platform.here()), remembered, identity);
    }
  }

  /** Whoever owns the data that is there already must go on owning it. */
  private Identity identity() throws EmbeddedFailure {
    return Identity.forFilesIn(Files.exists(data.postgres()) ? data.postgres() : data.root());
  }

  private void startPostgres(Path programs, Remembered remembered, Identity identity)
      throws IOException, EmbeddedFailure {
    var cluster = new PostgresCluster(data.postgres(), programs, identity);
    if (cluster.exists()) {
      cluster.check();
    }
    stopLeftBehind("Postgres", PostgresServer.processesIn(data));
    var server = new PostgresServer(cluster, data, programs, remembered.port("postgres.port"));
    server.disownDeadPostmaster();
    renewSocketFolder();
    prepare(cluster, remembered);
    server.configure(options);
    identity.own(data.root());
    progress.accept("Starting Postgres " + PostgresCluster.MAJOR + " …");
    postgres = Optional.of(Supervisor.start(server, identity, options.patience(), progress));
    databaseUrl =
        Optional.of(
            server.url(
                PostgresCluster.OWNER, remembered.password(PASSWORD), PostgresCluster.DATABASE));
    adminDatabaseUrl =
        Optional.of(
            server.url(PostgresCluster.ADMIN, remembered.password(ADMIN_PASSWORD), "postgres"));
  }

  /** A lock on a socket may name a process that is long gone, or another's by now. */
  private void renewSocketFolder() throws IOException {
    if (Files.exists(data.sockets())) {
      Folders.delete(data.sockets());
    }
    Folders.createPrivate(data.sockets());
  }

  private void prepare(PostgresCluster cluster, Remembered remembered)
      throws IOException, EmbeddedFailure {
    var known = remembered.has(PASSWORD) && remembered.has(ADMIN_PASSWORD);
    var password = remembered.password(PASSWORD);
    var adminPassword = remembered.password(ADMIN_PASSWORD);
    if (!cluster.exists()) {
      progress.accept("Creating the database (first start) …");
      cluster.create(adminPassword, password);
    } else if (!known) {
      cluster.setPasswords(adminPassword, password);
    }
  }

  private void startRedis(Path program, Remembered remembered, Identity identity)
      throws IOException, EmbeddedFailure {
    stopLeftBehind("Redis", RedisServer.processesIn(data));
    var port = remembered.port("redis.port");
    var server = new RedisServer(data, program, port, remembered.password("redis.password"));
    server.configure();
    identity.own(data.root());
    progress.accept("Starting Redis …");
    redis = Optional.of(Supervisor.start(server, identity, options.patience(), progress));
    redisUrl = Optional.of(server.url());
  }

  /** After this program was killed, what it had started goes on without it. */
  private void stopLeftBehind(String name, OwnProcesses processes) {
    if (!processes.all().isEmpty()) {
      progress.accept("Stopping the " + name + " that an earlier start left behind …");
      processes.stop();
    }
  }

  /** The program's own role, which owns its database and is no superuser. */
  public Optional<String> databaseUrl() {
    return databaseUrl;
  }

  public Optional<String> adminDatabaseUrl() {
    return adminDatabaseUrl;
  }

  public Optional<String> redisUrl() {
    return redisUrl;
  }

  /** Zero when it was not asked for. */
  public long postgresPid() {
    return postgres.map(Supervisor::pid).orElse(0L);
  }

  /** Zero when it was not asked for. */
  public long redisPid() {
    return redis.map(Supervisor::pid).orElse(0L);
  }

  /** Stops both in good order, each within half a minute. */
  @Override
  public void close() {
    redis.ifPresent(Supervisor::close);
    postgres.ifPresent(Supervisor::close);
    data.close();
  }
}
