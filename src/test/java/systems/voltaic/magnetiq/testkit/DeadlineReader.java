package systems.voltaic.magnetiq.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads from a socket and gives up when the whole of its time is spent, not the time of a read. */
final class DeadlineReader {
  private final Socket socket;
  private final long end;
  private final Duration deadline;

  DeadlineReader(Socket socket, Duration deadline) {
    this.socket = socket;
    this.deadline = deadline;
    this.end = System.nanoTime() + deadline.toNanos();
  }

  /** Reads up to and including the mark; an end before it is a failure. */
  String until(String mark) {
    var text = new StringBuilder();
    while (text.length() < mark.length()
        || !text.substring(text.length() - mark.length()).equals(mark)) {
      text.append((char) next(text));
    }
    return text.toString();
  }

  String exactly(int length) {
    var text = new StringBuilder(length);
    while (text.length() < length) {
      text.append((char) next(text));
    }
    return text.toString();
  }

  String chunks() {
    var body = new StringBuilder();
    for (var size = chunkSize(); size > 0; size = chunkSize()) {
      body.append(exactly(size));
      until("\r\n");
    }
    until("\r\n");
    return body.toString();
  }

  /** What comes until the other side closes, resets, or time is up. */
  String rest() {
    var collected = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    try {
      for (var read = read(buffer); read >= 0; read = read(buffer)) {
        collected.write(buffer, 0, read);
      }
    } catch (IOException resetOrLate) {
      return collected.toString(StandardCharsets.ISO_8859_1);
    }
    return collected.toString(StandardCharsets.ISO_8859_1);
  }

  private int chunkSize() {
    return Integer.parseInt(until("\r\n").split("[;\r]", 2)[0].trim(), 16);
  }

  private int next(CharSequence soFar) {
    var one = new byte[1];
    try {
      if (read(one) < 0) {
        throw new AssertionError("The connection ended after: " + soFar);
      }
      return one[0] & 0xff;
    } catch (SocketTimeoutException late) {
      throw new AssertionError("No answer in " + deadline.toMillis() + " ms; got: " + soFar, late);
    } catch (IOException broken) {
      throw new UncheckedIOException("The connection broke after: " + soFar, broken);
    }
  }

  private int read(byte[] buffer) throws IOException {
    var left = (end - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException("time is up");
    }
    socket.setSoTimeout((int) left);
    InputStream in = socket.getInputStream();
    return in.read(buffer);
  }
}
