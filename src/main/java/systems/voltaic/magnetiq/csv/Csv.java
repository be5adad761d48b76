package systems.voltaic.magnetiq.csv;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Rows of comma-separated values that no spreadsheet takes for formulas. */
public final class Csv {

  public static final String TYPE = "text/csv; charset=utf-8";

  private static final String STARTS_FORMULA = "=+-@\t\r\n|%＝＋－＠";

  /** Null is an empty field. */
  public static Buffer row(String... fields) {
    return Buffer.buffer(
        Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(",")) + "\r\n");
  }

  private static String field(String text) {
    if (text == null) {
      return "";
    }
    boolean formula = begins(text, 0) || begins(text, firstVisible(text));
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"").replace("\u0000", "") + '"';
  }

  private static boolean begins(String text, int at) {
    return at < text.length() && STARTS_FORMULA.indexOf(text.charAt(at)) >= 0;
  }

  private static int firstVisible(String text) {
    int at = 0;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private Csv() {}
}
