package systems.voltaic.magnetiq.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Base64;

/** The two ways to log in that every client knows: PLAIN and LOGIN. */
final class SmtpLogin {
  private static final String RIGHT = "\0" + SmtpSink.USERNAME + "\0" + SmtpSink.PASSWORD;

  static boolean isRight(String command, SmtpLine line) throws IOException {
    var words = command.split(" ", 3);
    if (words.length < 2) {
      return false;
    }
    var first = words.length > 2 ? words[2] : null;
    return words[1].equalsIgnoreCase("PLAIN") ? plain(first, line) : login(first, line);
  }

  private static boolean plain(String first, SmtpLine line) throws IOException {
    return decoded(first == null ? line.ask("334 ") : first).equals(RIGHT);
  }

  private static boolean login(String first, SmtpLine line) throws IOException {
    var name = first == null ? line.ask("334 VXNlcm5hbWU6") : first;
    var password = line.ask("334 UGFzc3dvcmQ6");
    return ("\0" + decoded(name) + "\0" + decoded(password)).equals(RIGHT);
  }

  private static String decoded(String text) {
    return new String(Base64.getDecoder().decode(text), UTF_8);
  }

  private SmtpLogin() {}
}
