package systems.voltaic.magnetiq.fault;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Says of itself that it is Postgres 13, lets everybody in, and does nothing. */
final class OldPostgres implements AutoCloseable {
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "server_version", "13.14",
          "client_encoding", "UTF8",
          "DateStyle", "ISO, MDY",
          "integer_datetimes", "on",
          "standard_conforming_strings", "on",
          "TimeZone", "UTC");

  private final ServerSocket server;

  OldPostgres() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::accept, "old-postgres");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try (var client = server.accept()) {
        serve(client);
      } catch (IOException gone) {
        assert gone != null : "the client left or the test ended";
      }
    }
  }

  private static void serve(Socket client) throws IOException {
    var in = new DataInputStream(client.getInputStream());
    var out = new DataOutputStream(client.getOutputStream());
    in.readNBytes(in.readInt() - 4);
    send(out, 'R', new byte[4]);
    for (var parameter : PARAMETERS.entrySet()) {
      send(out, 'S', text(parameter.getKey(), parameter.getValue()));
    }
    send(out, 'K', new byte[8]);
    send(out, 'Z', text("I"));
    for (var kind = in.read(); kind > 0 && kind != 'X'; kind = in.read()) {
      in.readNBytes(in.readInt() - 4);
      if (kind == 'Q') {
        send(out, 'C', text("SET"));
        send(out, 'Z', text("I"));
      }
    }
  }

  private static void send(DataOutputStream out, char kind, byte[] content) throws IOException {
    var length = kind == 'Z' ? 1 : content.length;
    out.writeByte(kind);
    out.writeInt(4 + length);
    out.write(content, 0, length);
    out.flush();
  }

  private static byte[] text(String... words) {
    var bytes = new ByteArrayOutputStream();
    for (var word : words) {
      bytes.writeBytes(word.getBytes(StandardCharsets.UTF_8));
      bytes.write(0);
    }
    return bytes.toByteArray();
  }
}
