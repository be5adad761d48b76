package systems.voltaic.magnetiq.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads from a socket and gives up when the whole of its time is spent, not the time of a read. */
final class DeadlineReader {
  private final Socket socket;
  private final byte[] buffer = new byte[16384];
  private int at;
  private int filled;
  private long end;
  private Duration deadline;

  DeadlineReader(Socket socket) {
    this.socket = socket;
  }

  /** Starts the time anew; what was read too far stays for the next answer. */
  DeadlineReader within(Duration next) {
    deadline = next;
    end = System.nanoTime() + next.toNanos();
    return this;
  }

  /** Reads up to and including the mark; an end before it is a failure. */
  String until(String mark) {
    var text = new StringBuilder();
    while (text.indexOf(mark, Math.max(0, text.length() - mark.length())) < 0) {
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
    try {
      do {
        collected.write(buffer, at, filled - at);
        at = filled;
      } while (fill());
    } catch (IOException resetOrLate) {
      return collected.toString(StandardCharsets.ISO_8859_1);
    }
    return collected.toString(StandardCharsets.ISO_8859_1);
  }

  private int chunkSize() {
    return Integer.parseInt(until("\r\n").split("[;\r]", 2)[0].trim(), 16);
  }

  private int next(CharSequence soFar) {
    try {
      if (at == filled && !fill()) {
        throw new AssertionError("The connection ended after: " + soFar);
      }
      return buffer[at++] & 0xff;
    } catch (SocketTimeoutException late) {
      throw new AssertionError("No answer in " + deadline.toMillis() + " ms; got: " + soFar, late);
    } catch (IOException broken) {
      throw new UncheckedIOException("The connection broke after: " + soFar, broken);
    }
  }

  private boolean fill() throws IOException {
    var left = (end - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException("time is up");
    }
    socket.setSoTimeout((int) left);
    filled = Math.max(0, socket.getInputStream().read(buffer));
    at = 0;
    return filled > 0;
  }
}
