package systems.voltaic.magnetiq.loadtest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Redis of ours, with nothing on disk. */
final class Redis implements AutoCloseable {

  private final Path folder;
  private final int port = Ports.free();
  private Child server;

  Redis(Path folder) throws Exception {
    this.folder = folder;
    start();
  }

  void start() throws Exception {
    var command =
        List.of(
            Programs.redis().toString(),
            "--port",
            port + "",
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--dir",
            folder.toString());
    server = Child.start(folder.resolve("redis.log"), Map.of(), command);
    Until.that("Redis to answer", Duration.ofSeconds(10), this::answers);
  }

  private boolean answers() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
      return socket.getInputStream().read() == '+';
    } catch (IOException notYet) {
      return false;
    }
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  @Override
  public void close() throws Exception {
    server.close();
  }
}
