package systems.voltaic.magnetiq.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail server answered; code 0 when it was no SMTP. */
record SmtpReply(int code, String text) {

  private static final Pattern FORM = Pattern.compile("(?s)([2-5]\\d\\d)([ -].*)?");
  private static final int LONGEST = 300;

  static SmtpReply parse(String lines) {
    Matcher matcher = FORM.matcher(lines);
    return new SmtpReply(matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0, lines);
  }

  boolean ok() {
    return code >= 200 && code < 400;
  }

  boolean refuses() {
    return code >= 500;
  }

  /** In one line, for whoever reads the outbox. */
  String words() {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    String said = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    return "the mail server answered: " + said;
  }
}
