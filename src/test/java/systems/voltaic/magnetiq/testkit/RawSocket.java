package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;

/** Sends bytes exactly as given to a loopback port and reads what comes back, byte for byte. */
public final class RawSocket implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Socket socket;
  private final DeadlineReader reader;

  private RawSocket(Socket socket) {
    this.socket = socket;
    this.reader = new DeadlineReader(socket);
  }

  /** One HTTP answer; {@code head} is everything before the blank line. */
  public record Answer(int status, String head, String body) {
    public Optional<String> header(String name) {
      var line = Pattern.compile("(?im)^" + Pattern.quote(name) + ":[ \t]*(.*?)[ \t]*$");
      return line.matcher(head).results().map(found -> found.group(1)).findFirst();
    }
  }

  public static RawSocket to(int port) {
    try {
      var socket = new Socket();
      socket.connect(loopback(port), (int) CONNECT.toMillis());
      socket.setTcpNoDelay(true);
      return new RawSocket(socket);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Speaks TLS, asks for {@code name} and trusts {@link SelfSigned} only. */
  public static RawSocket tlsTo(int port, String name) {
    var plain = to(port).socket;
    try {
      var factory = SelfSigned.certificate().context().getSocketFactory();
      var socket = (SSLSocket) factory.createSocket(plain, name, port, true);
      var parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(name)));
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return new RawSocket(socket);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public RawSocket send(String text) {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawSocket send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Says that nothing more will be sent, yet keeps listening. */
  public RawSocket finish() {
    try {
      socket.shutdownOutput();
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Reads one HTTP answer to a request that has a body in its answer (any but HEAD). */
  public Answer answer(Duration deadline) {
    var bytes = reader.within(deadline);
    var head = bytes.until("\r\n\r\n");
    var status = statusOf(head);
    var length = new Answer(status, head, "").header("Content-Length");
    var chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
    if (status < 200 || status == 204 || status == 304) {
      return new Answer(status, head, "");
    }
    if (chunked) {
      return new Answer(status, head, bytes.chunks());
    }
    var body = length.isPresent() ? bytes.exactly(Integer.parseInt(length.get())) : bytes.rest();
    return new Answer(status, head, body);
  }

  /** Exactly so many bytes; fewer by the deadline is a failure. */
  public String read(int bytes, Duration deadline) {
    return reader.within(deadline).exactly(bytes);
  }

  /** Everything until the other side closes or the deadline passes; a reset ends it too. */
  public String everything(Duration deadline) {
    return reader.within(deadline).rest();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static int statusOf(String head) {
    var line = Pattern.compile("HTTP/1\\.[01] (\\d{3})").matcher(head);
    if (!line.lookingAt()) {
      throw new AssertionError("Not an HTTP answer: " + head);
    }
    return Integer.parseInt(line.group(1));
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
