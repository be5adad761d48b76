package systems.voltaic.magnetiq.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Night;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Punctual;

/** Whatever is sent: never a 5xx, never silence for two seconds. */
@Punctual
@Isolated("it holds the platform to times")
final class HostileRequestsIT {

  private static final int REQUESTS = Night.or(20_000, 500_000);
  private static final int ATTACKERS = 2;
  private static final int PIPELINED = 16;
  private static final int SILENCE_MILLIS = 2000;

  private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();

  @Test
  void survivesThemOverTheTestContract() throws Exception {
    var contract = Contract.of(Contract.resource("/http/contract.yaml"), 1_000_000);
    var shelf = new Shelf();
    shelf.failure = Shelf::gone;
    try (var server = TestServer.unlimited(contract, "/http/permissions.yaml", shelf)) {
      attack(server.port, contract, REQUESTS / 2);
    }
  }

  @Test
  void survivesThemWithEverythingBehindTheContract(@TempDir Path folder) throws Exception {
    var contract = Contract.packaged(1_000_000);
    var servers = Platform.withDemo(Databases.fresh(), Databases.redisUrl());
    try (var whole = Platform.start(folder, servers)) {
      attack(whole.apiPort(), contract, REQUESTS / 2);
    }
  }

  @Test
  void survivesWhatIsNotEvenHttp() throws Exception {
    try (var server = TestServer.start()) {
      for (byte[] wire : HostileLists.of("wire")) {
        sendAlone(server.port, wire);
      }
      sendAlone(server.port, ("GET /" + "a".repeat(9000) + " HTTP/1.1\r\n\r\n").getBytes(UTF8));
      sendAlone(
          server.port, ("GET / HTTP/1.1\r\nX: " + "a".repeat(20_000) + "\r\n\r\n").getBytes(UTF8));
    }
    assertThat(statuses).containsKeys(400, 414, 431);
    assertThat(statuses.keySet()).allMatch(status -> status < 500);
  }

  private static final Charset UTF8 = StandardCharsets.UTF_8;

  private void attack(int port, Contract contract, int count) {
    long seed = Long.getLong("hostile.seed", System.nanoTime());
    System.out.println("hostile requests: seed " + seed);
    IntStream.range(0, ATTACKERS)
        .mapToObj(attacker -> new HostileRequests(contract, new Random(seed + attacker)))
        .map(requests -> (Runnable) () -> attack(port, requests, count / ATTACKERS, seed))
        .map(attack -> CompletableFuture.runAsync(attack, task -> new Thread(task).start()))
        .toList()
        .forEach(CompletableFuture::join);
    System.out.println("hostile requests: answers by status " + statuses);
    assertThat(statuses.keySet()).as("seed %d", seed).allMatch(status -> status < 500);
    assertThat(statuses.keySet()).contains(200, 400, 404, 405);
  }

  private void attack(int port, HostileRequests requests, int count, long seed) {
    var waiting = new ArrayDeque<byte[]>();
    for (int made = 0; made < count; ) {
      for (; waiting.size() < PIPELINED; made++) {
        waiting.add(requests.next());
      }
      try {
        converse(port, waiting, seed);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /** Sends all that wait on one connection, and reads until it is closed or all are answered. */
  private void converse(int port, ArrayDeque<byte[]> waiting, long seed) throws IOException {
    try (var socket = open(port)) {
      var out = socket.getOutputStream();
      for (byte[] request : waiting) {
        out.write(request);
      }
      out.flush();
      var answers = new HttpAnswers(new BufferedInputStream(socket.getInputStream()));
      while (!waiting.isEmpty() && answers.next(described(waiting.peek(), seed))) {
        count(answers.status(), waiting.peek(), seed);
        waiting.poll();
        if (answers.isLast()) {
          return;
        }
      }
      waiting.poll();
    } catch (SocketTimeoutException e) {
      throw new AssertionError("no answer to " + described(waiting.peek(), seed), e);
    } catch (SocketException closedWhileWriting) {
      waiting.poll();
    }
  }

  private void sendAlone(int port, byte[] wire) throws IOException {
    try (var socket = open(port)) {
      socket.getOutputStream().write(wire);
      socket.shutdownOutput();
      var answers = new HttpAnswers(new BufferedInputStream(socket.getInputStream()));
      if (answers.next(new String(wire, StandardCharsets.ISO_8859_1))) {
        countWire(answers.status(), wire);
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("no answer to " + new String(wire, UTF8), e);
    }
  }

  /** 501 is the protocol's own word for a version of HTTP that nobody speaks. */
  private void countWire(int status, byte[] wire) {
    count(status == 501 ? 400 : status, wire, 0);
  }

  private void count(int status, byte[] request, long seed) {
    statuses.merge(status, 1, Integer::sum);
    assertThat(status).as(described(request, seed)).isLessThan(500);
  }

  private static String described(byte[] request, long seed) {
    return "seed " + seed + ": " + new String(request, StandardCharsets.ISO_8859_1);
  }

  private static Socket open(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(SILENCE_MILLIS);
    return socket;
  }

  /** Reads answers off a connection one after the other. */
  private static final class HttpAnswers {

    private final InputStream in;
    private int status;
    private boolean last;

    HttpAnswers(InputStream in) {
      this.in = in;
    }

    boolean next(String request) throws IOException {
      String head = head();
      while (head.startsWith("HTTP/1.1 100")) {
        head = head();
      }
      if (head.isEmpty()) {
        return false;
      }
      status = Integer.parseInt(head.substring(9, 12));
      String low = head.toLowerCase(Locale.ROOT);
      last = low.contains("connection: close");
      int at = low.indexOf("content-length: ");
      boolean body = status != 304 && !request.contains(": HEAD ");
      if (at >= 0 && body) {
        int end = low.indexOf('\r', at);
        in.readNBytes(Integer.parseInt(low.substring(at + 16, end)));
      } else if (body && low.contains("transfer-encoding: chunked")) {
        skipChunks();
      }
      return true;
    }

    private void skipChunks() throws IOException {
      int length = Integer.parseInt(line(), 16);
      while (length > 0) {
        in.readNBytes(length + 2);
        length = Integer.parseInt(line(), 16);
      }
      line();
    }

    private String line() throws IOException {
      var line = new StringBuilder();
      for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
        line.append((char) next);
      }
      return line.toString().strip();
    }

    private String head() throws IOException {
      var head = new StringBuilder();
      while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          return "";
        }
        head.append((char) next);
      }
      return head.toString();
    }

    int status() {
      return status;
    }

    boolean isLast() {
      return last;
    }
  }
}
