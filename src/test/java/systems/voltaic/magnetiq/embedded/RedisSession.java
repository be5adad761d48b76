package systems.voltaic.magnetiq.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One connection that asks Redis in plain lines. */
final class RedisSession implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader answers;

  RedisSession(String url) throws IOException {
    var address = URI.create(url);
    socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
    answers =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    ask("AUTH " + address.getUserInfo().substring(1));
  }

  /** The value of a plain, counted or bulk answer. */
  String ask(String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    var answer = answers.readLine();
    return answer.startsWith("$") && !answer.equals("$-1") ? answers.readLine() : answer;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
