package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One conversation of an {@link SmtpSink}. Commands may be pipelined. */
final class SmtpSession {
  private final SmtpSink sink;
  private final Socket socket;
  private SmtpLine line;
  private String sender;
  private List<String> recipients = new ArrayList<>();
  private boolean secure;
  private boolean known;

  SmtpSession(SmtpSink sink, Socket socket) {
    this.sink = sink;
    this.socket = socket;
  }

  void run() throws IOException {
    socket.setTcpNoDelay(true);
    line = new SmtpLine(sink, socket);
    greet();
    for (var command = line.read(); command != null; command = line.read()) {
      if (!answer(command)) {
        return;
      }
    }
  }

  private void greet() throws IOException {
    line.cutOn(SmtpFault.CLOSE_AT_CONNECT);
    line.resetOn(SmtpFault.RESET_AT_CONNECT);
    line.hangOn(SmtpFault.HANG_AT_GREETING);
    if (line.refuses(SmtpFault.GREETING_421, SmtpFault.GREETING_554)) {
      line.cut();
    }
    line.say(
        sink.shows(SmtpFault.GARBAGE_GREETING) ? "\u0000\u00ff hello?" : "220 sink.test ESMTP");
  }

  private boolean answer(String command) throws IOException {
    var space = command.indexOf(' ');
    var verb = (space < 0 ? command : command.substring(0, space)).toUpperCase(Locale.ROOT);
    switch (verb) {
      case "EHLO" -> ehlo();
      case "HELO" -> line.say("250 sink.test");
      case "STARTTLS" -> startTls();
      case "AUTH" -> authenticate(command);
      case "MAIL" -> mail(command);
      case "RCPT" -> recipient(command);
      case "DATA" -> data();
      case "RSET" -> line.say(forget());
      case "QUIT" -> line.say("221 2.0.0 bye");
      default -> line.say("500 5.5.1 unknown command");
    }
    return !verb.equals("QUIT");
  }

  private void ehlo() throws IOException {
    line.hangOn(SmtpFault.HANG_AT_EHLO);
    if (line.refuses(SmtpFault.EHLO_UNKNOWN)) {
      return;
    }
    var offers = new ArrayList<>(List.of("sink.test", "PIPELINING", "8BITMIME", "SMTPUTF8"));
    if (!secure && sink.offersTls()) {
      offers.add("STARTTLS");
    }
    if (sink.asksForLogin()) {
      offers.add("AUTH PLAIN LOGIN");
    }
    offers.add("SIZE 52428800");
    line.sayLines("250", offers);
  }

  private void startTls() throws IOException {
    if (line.refuses(SmtpFault.STARTTLS_REFUSED)) {
      return;
    }
    line.say("220 2.0.0 go ahead");
    line.cutOn(SmtpFault.STARTTLS_CUT);
    line = line.secured();
    secure = true;
    known = false;
  }

  private void authenticate(String command) throws IOException {
    if (line.refuses(SmtpFault.AUTH_REJECTED)) {
      return;
    }
    known = SmtpLogin.isRight(command, line);
    line.say(known ? "235 2.7.0 welcome" : SmtpFault.AUTH_REJECTED.answer());
  }

  private void mail(String command) throws IOException {
    line.cutOn(SmtpFault.CUT_AT_MAIL);
    if (!known && sink.asksForLogin()) {
      line.say(SmtpFault.AUTH_REQUIRED.answer());
    } else if (!line.refuses(SmtpFault.MAIL_451, SmtpFault.MAIL_550)) {
      forget();
      sender = SmtpReader.address(command);
      line.say("250 2.1.0 ok");
    }
  }

  private void recipient(String command) throws IOException {
    line.cutOn(SmtpFault.CUT_AT_RCPT);
    if (sender == null) {
      line.say("503 5.5.1 MAIL first");
    } else if (!line.refuses(SmtpFault.RCPT_450, SmtpFault.RCPT_550)) {
      recipients.add(SmtpReader.address(command));
      line.say("250 2.1.5 ok");
    }
  }

  private void data() throws IOException {
    line.hangOn(SmtpFault.HANG_AT_DATA);
    if (recipients.isEmpty()) {
      line.say("503 5.5.1 RCPT first");
    } else if (!line.refuses(SmtpFault.DATA_451, SmtpFault.DATA_554)) {
      line.sayNow("354 end with a dot");
      line.cutOn(SmtpFault.CUT_AT_DATA);
      receive(line.readBody());
    }
  }

  private void receive(String body) throws IOException {
    line.cutOn(SmtpFault.CUT_AFTER_DOT);
    if (!line.refuses(SmtpFault.DOT_451, SmtpFault.DOT_554)) {
      sink.keep(new Mail(sender, List.copyOf(recipients), body));
      line.cutOn(SmtpFault.KEEP_THEN_CUT);
      line.hangOn(SmtpFault.KEEP_THEN_HANG);
      line.say("250 2.0.0 kept");
      if (line.refuses(SmtpFault.KEEP_THEN_421)) {
        line.cut();
      }
    }
    forget();
  }

  private String forget() {
    sender = null;
    recipients = new ArrayList<>();
    return "250 2.0.0 ok";
  }
}
