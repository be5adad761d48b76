package systems.voltaic.magnetiq.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.fault.Fault;

/**
 * What may stand in a header: a line break in a subject would start a header of the writer's
 * choice.
 */
final class HeaderText {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,59}");
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{0,900}");
  private static final List<String> OURS =
      List.of(
          "from",
          "sender",
          "reply-to",
          "to",
          "cc",
          "bcc",
          "subject",
          "date",
          "message-id",
          "return-path",
          "received",
          "mime-version",
          "dkim-signature");
  private static final int MOST_HEADERS = 10;
  private static final int LONGEST_SUBJECT = 300;
  private static final int CHUNK = 12;

  static String subject(String subject) {
    if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || !isClean(subject)) {
      throw refused("a subject has 1 to 300 characters and no control characters");
    }
    return subject;
  }

  static Map<String, String> headers(Map<String, String> headers) {
    if (headers.size() > MOST_HEADERS || !headers.entrySet().stream().allMatch(HeaderText::safe)) {
      throw refused("at most 10 further headers, in printable ASCII, none of those set by us");
    }
    return Map.copyOf(headers);
  }

  private static boolean safe(Map.Entry<String, String> header) {
    String name = header.getKey().toLowerCase(Locale.ROOT);
    return NAME.matcher(name).matches()
        && !OURS.contains(name)
        && !name.startsWith("content-")
        && !name.startsWith("resent-")
        && PRINTABLE.matcher(header.getValue()).matches();
  }

  /** No control characters, line separators, invisible direction marks or halves of characters. */
  static boolean isClean(String text) {
    IntPredicate bad =
        c ->
            switch (Character.getType(c)) {
              case Character.CONTROL,
                  Character.LINE_SEPARATOR,
                  Character.PARAGRAPH_SEPARATOR,
                  Character.SURROGATE ->
                  true;
              default -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
            };
    return text.codePoints().noneMatch(bad);
  }

  /** A name and an address as one header value. */
  static String mailbox(String name, String address) {
    if (name.isBlank()) {
      return address;
    }
    return (PRINTABLE.matcher(name).matches() ? quoted(name) : encoded(name))
        + " <"
        + address
        + ">";
  }

  /** Any text, in ASCII. */
  static String words(String text) {
    return PRINTABLE.matcher(text).matches() && text.length() <= 70 ? text : encoded(text);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** RFC 2047, in words short enough for their line. */
  private static String encoded(String name) {
    var words = new StringBuilder();
    for (int start = 0; start < name.length(); ) {
      int length = Math.min(CHUNK, name.codePointCount(start, name.length()));
      int end = name.offsetByCodePoints(start, length);
      String word = Base64.getEncoder().encodeToString(name.substring(start, end).getBytes(UTF_8));
      words.append(start == 0 ? "" : "\r\n ").append("=?UTF-8?B?").append(word).append("?=");
      start = end;
    }
    return words.toString();
  }

  static Fault refused(String why) {
    return Fault.rule("mail-refused", "This mail cannot be sent: " + why);
  }

  private HeaderText() {}
}
