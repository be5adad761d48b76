package systems.voltaic.magnetiq.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Cuts what a sender writes into commands and mails. */
final class SmtpReader {
  private final InputStream in;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream(256);

  SmtpReader(InputStream in) {
    this.in = in;
  }

  /** The next command, or null at the end. */
  String command() throws IOException {
    return fill() ? text.toString(ISO_8859_1).strip() : null;
  }

  /** The next line of a mail with its first dot taken off, or null for the lonely dot. */
  String bodyLine() throws IOException {
    if (!fill()) {
      throw new EOFException("the sender hung up inside a mail");
    }
    var line = text.toString(ISO_8859_1);
    if (line.strip().equals(".") && line.startsWith(".")) {
      return null;
    }
    return line.startsWith(".") ? line.substring(1) : line;
  }

  /** What stands between the angle brackets; empty for the null sender. */
  static String address(String command) {
    var from = command.indexOf('<');
    var to = command.indexOf('>', from + 1);
    return from < 0 || to < 0 ? "" : command.substring(from + 1, to);
  }

  private boolean fill() throws IOException {
    text.reset();
    for (var one = in.read(); one >= 0; one = in.read()) {
      text.write(one);
      if (one == '\n') {
        return true;
      }
    }
    return false;
  }
}
