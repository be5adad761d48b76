package systems.voltaic.magnetiq.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;

/** Bytes in and out of an {@link SmtpSession}, with the faults that are about bytes. */
final class SmtpLine {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(300);

  private final SmtpSink sink;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final SmtpReader reader;

  SmtpLine(SmtpSink sink, Socket socket) throws IOException {
    this.sink = sink;
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 16384);
    this.out = new BufferedOutputStream(socket.getOutputStream(), 4096);
    this.reader = new SmtpReader(in);
  }

  SmtpLine secured() throws IOException {
    out.flush();
    var factory = SelfSigned.certificate().context().getSocketFactory();
    var secured = (SSLSocket) factory.createSocket(socket, null, socket.getPort(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return new SmtpLine(sink, secured);
  }

  /** The next command, or null at the end. Answers wait while pipelined commands are there. */
  String read() throws IOException {
    if (in.available() == 0) {
      out.flush();
    }
    return reader.command();
  }

  String readBody() throws IOException {
    var body = new StringBuilder(2048);
    for (var text = reader.bodyLine(); text != null; text = reader.bodyLine()) {
      cutOn(SmtpFault.CUT_BEFORE_DOT);
      body.append(text);
    }
    return body.toString();
  }

  String ask(String question) throws IOException {
    sayNow(question);
    return Objects.requireNonNullElse(reader.command(), "");
  }

  void sayLines(String code, List<String> lines) throws IOException {
    var last = lines.size() - 1;
    for (var each : lines.subList(0, last)) {
      write(code + "-" + each + "\r\n");
    }
    say(code + " " + lines.get(last));
  }

  /** Gives the answer of the first of these faults that shows now. */
  boolean refuses(SmtpFault... faults) throws IOException {
    for (var fault : faults) {
      if (sink.shows(fault)) {
        say(fault.answer());
        return true;
      }
    }
    return false;
  }

  void say(String answer) throws IOException {
    if (sink.shows(SmtpFault.SLOW_ANSWERS)) {
      out.flush();
      LockSupport.parkNanos(PAUSE);
    }
    if (sink.shows(SmtpFault.GARBAGE_ANSWERS)) {
      write("\u00fe\u0001 what was that\r\n");
    } else if (sink.shows(SmtpFault.ENDLESS_ANSWER)) {
      babble();
    } else if (sink.shows(SmtpFault.ANSWERS_BYTE_BY_BYTE)) {
      drip(answer + "\r\n");
    } else {
      write(answer + "\r\n");
    }
  }

  void sayNow(String answer) throws IOException {
    say(answer);
    out.flush();
  }

  void cut() throws IOException {
    out.flush();
    throw new EOFException("cut on purpose");
  }

  void cutOn(SmtpFault fault) throws IOException {
    if (sink.shows(fault)) {
      cut();
    }
  }

  void resetOn(SmtpFault fault) throws IOException {
    socket.setSoLinger(sink.has(fault), 0);
    cutOn(fault);
  }

  /** Reads on without a word until the sender gives up. */
  void hangOn(SmtpFault fault) throws IOException {
    if (sink.shows(fault)) {
      out.flush();
      in.transferTo(OutputStream.nullOutputStream());
      throw new EOFException("the sender gave up");
    }
  }

  /** A line without end; stops when the sender has gone. */
  private void babble() throws IOException {
    while (true) {
      write("250-" + "x".repeat(4096));
      out.flush();
    }
  }

  private void drip(String text) throws IOException {
    for (var one : text.getBytes(ISO_8859_1)) {
      out.write(one);
      out.flush();
      LockSupport.parkNanos(PAUSE / 100);
    }
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
  }
}
