package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** A keep-alive HTTP server that records every request as it came over the wire. */
public final class RawBackend implements AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(75);

  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Function<Request, String> answers;
  private final Acceptor acceptor;

  /** One request; {@code headers} are by lower-case name. */
  public record Request(String head, Map<String, String> headers, String body) {
    public String line() {
      return head.substring(0, head.indexOf("\r\n"));
    }

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
  }

  private RawBackend(Function<Request, String> answers) {
    this.answers = answers;
    this.acceptor = new Acceptor("raw-backend", this::connected);
  }

  /** Gives these answers; an empty one cuts the connection instead. */
  public static RawBackend answering(Function<Request, String> answers) {
    return new RawBackend(answers);
  }

  /** An answer of 200 with these header lines and this body. */
  public static String ok(String headers, String body) {
    return "HTTP/1.1 200 OK\r\n%sContent-Length: %d\r\n\r\n%s"
        .formatted(headers, body.length(), body);
  }

  public int port() {
    return acceptor.port();
  }

  public int connections() {
    return acceptor.accepted();
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public Request last() {
    return requests.stream().reduce((earlier, later) -> later).orElseThrow();
  }

  @Override
  public void close() {
    acceptor.close();
    open.forEach(Acceptor::closeQuietly);
  }

  private void connected(Socket socket) {
    open.add(socket);
    acceptor.execute(() -> serve(socket));
  }

  private void serve(Socket socket) {
    try (socket) {
      var reader = new DeadlineReader(socket);
      var answer = "";
      do {
        var request = read(reader.within(IDLE));
        requests.add(request);
        answer = answers.apply(request);
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
      } while (!answer.isEmpty());
    } catch (IOException | RuntimeException | AssertionError gone) {
      assert gone != null : "the other side has closed";
    } finally {
      open.remove(socket);
    }
  }

  private static Request read(DeadlineReader reader) {
    var head = reader.until("\r\n\r\n");
    var headers = new TreeMap<String, String>();
    head.lines()
        .skip(1)
        .filter(line -> line.contains(":"))
        .map(line -> line.split(":", 2))
        .forEach(pair -> headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1].strip()));
    var chunked = headers.getOrDefault("transfer-encoding", "").equals("chunked");
    var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Request(head, headers, chunked ? reader.chunks() : reader.exactly(length));
  }
}
