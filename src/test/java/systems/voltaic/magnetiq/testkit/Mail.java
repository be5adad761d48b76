package systems.voltaic.magnetiq.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as it came: who it was for by the envelope, and every byte of it as one character. */
public record Mail(String sender, List<String> recipients, String raw) {
  private static final Pattern ENCODED_WORD =
      Pattern.compile("=\\?([^?]+)\\?([bBqQ])\\?([^?]*)\\?=(?:\\s+(?==\\?))?");

  public String messageId() {
    return header("Message-ID");
  }

  public String from() {
    return header("From");
  }

  public String subject() {
    return ENCODED_WORD.matcher(header("Subject")).replaceAll(Mail::decodedWord);
  }

  /** The first header of that name, unfolded; empty when there is none. */
  public String header(String name) {
    var all = headers(name);
    return all.isEmpty() ? "" : all.get(0);
  }

  public List<String> headers(String name) {
    var unfolded = head().replaceAll("\r\n[ \t]+", " ");
    var line = Pattern.compile("(?im)^" + Pattern.quote(name) + ":[ \t]*(.*?)[ \t]*$");
    return line.matcher(unfolded).results().map(found -> found.group(1)).toList();
  }

  /** The body, decoded when the mail is a single part; the raw parts otherwise. */
  public String body() {
    var blank = raw.indexOf("\r\n\r\n");
    var body = blank < 0 ? "" : raw.substring(blank + 4);
    return switch (header("Content-Transfer-Encoding").toLowerCase(Locale.ROOT)) {
      case "base64" -> utf8(Base64.getMimeDecoder().decode(body));
      case "quoted-printable" -> utf8(unquoted(body.replaceAll("=[ \t]*\r\n", "")));
      default -> utf8(body.getBytes(StandardCharsets.ISO_8859_1));
    };
  }

  private String head() {
    var blank = raw.indexOf("\r\n\r\n");
    return blank < 0 ? raw : raw.substring(0, blank);
  }

  private static String decodedWord(MatchResult word) {
    var text = word.group(3);
    var bytes =
        word.group(2).equalsIgnoreCase("b")
            ? Base64.getMimeDecoder().decode(text)
            : unquoted(text.replace('_', ' '));
    return Matcher.quoteReplacement(new String(bytes, Charset.forName(word.group(1))));
  }

  private static byte[] unquoted(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    for (var at = 0; at < text.length(); at++) {
      if (text.charAt(at) == '=' && at + 2 < text.length()) {
        bytes.write(Integer.parseInt(text.substring(at + 1, at + 3), 16));
        at += 2;
      } else {
        bytes.write(text.charAt(at));
      }
    }
    return bytes.toByteArray();
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
