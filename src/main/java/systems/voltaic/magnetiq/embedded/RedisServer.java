package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Redis with an append-only file. */
final class RedisServer implements Server {
  // Everything kept here without an end date must stay, so only what expires anyway makes room.
  private static final String CONFIGURATION =
      """
      bind 127.0.0.1
      port %d
      requirepass %s
      daemonize no
      dir ./
      appendonly yes
      appendfsync everysec
      save ""
      maxmemory 128mb
      maxmemory-policy volatile-lru
      tcp-keepalive 60
      """;
  private static final String CONFIGURATION_FILE = "redis.conf";
  private static final int TIMEOUT_MILLIS = 1_000;

  private final DataFolder data;
  private final Path program;
  private final int port;
  private final String password;
  private final ServerLog log;

  RedisServer(DataFolder data, Path program, int port, String password) {
    this.data = data;
    this.program = program;
    this.port = port;
    this.password = password;
    this.log = new ServerLog(data.logs().resolve("redis.log"));
  }

  /** At SIGTERM Redis writes and syncs the append-only file to its end. */
  static OwnProcesses processesIn(DataFolder data) {
    return new OwnProcesses(data.redis(), "redis-server", "TERM");
  }

  void configure() throws IOException {
    Folders.createPrivate(folder());
    var file = folder().resolve(CONFIGURATION_FILE);
    Folders.writePrivate(file, CONFIGURATION.formatted(port, password));
  }

  @Override
  public String name() {
    return "Redis";
  }

  @Override
  public Path folder() {
    return data.redis();
  }

  @Override
  public OwnProcesses processes() {
    return processesIn(data);
  }

  @Override
  public ServerLog log() {
    return log;
  }

  @Override
  public List<String> command() {
    return List.of(program.toString(), folder().resolve(CONFIGURATION_FILE).toString());
  }

  @Override
  public boolean serves(Process process) {
    try (var socket = new Socket()) {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      socket.connect(address, TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      var question = "AUTH " + password + "\r\nPING\r\nQUIT\r\n";
      socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return answer.contains("+PONG");
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String occupation() {
    return "Redis is reading its data";
  }

  @Override
  public EmbeddedFailure refusal() {
    var words = log.sinceStart();
    if (EmbeddedFailure.isDiskFull(words)) {
      return EmbeddedFailure.diskFull(data.root());
    }
    if (words.contains("Bad file format") || words.contains("reading the append only file")) {
      return new EmbeddedFailure(
          "The Redis data in "
              + folder()
              + " is damaged: move the folder away; it holds only copies and counters."
              + " Nothing in it was changed or deleted.");
    }
    return new EmbeddedFailure(
        "Redis did not start; the last lines of "
            + log.file()
            + ": "
            + String.join(" | ", log.lastLines(5)));
  }

  String url() {
    return "redis://:" + password + "@127.0.0.1:" + port;
  }
}
