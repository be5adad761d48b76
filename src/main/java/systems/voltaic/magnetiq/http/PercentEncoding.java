package systems.voltaic.magnetiq.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.fault.Fault.Detail;

/** Percent-decoding that refuses what others repair: bad escapes, bad UTF-8, NUL. */
final class PercentEncoding {

  static String decode(String text, int from, int to, boolean plusIsSpace) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '%' || (plusIsSpace && c == '+')) {
        return decodeSlowly(text, from, to, plusIsSpace);
      }
      refuseUnlessPrintable(c);
    }
    return text.substring(from, to);
  }

  private static String decodeSlowly(String text, int from, int to, boolean plusIsSpace) {
    var bytes = new ByteArrayOutputStream(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.write(escaped(text, i, to));
        i += 2;
      } else {
        refuseUnlessPrintable(c);
        bytes.write(plusIsSpace && c == '+' ? ' ' : c);
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static int escaped(String text, int at, int to) {
    boolean whole = at + 2 < to;
    int high = whole ? Character.digit(text.charAt(at + 1), 16) : -1;
    int low = whole ? Character.digit(text.charAt(at + 2), 16) : -1;
    if (high < 0 || low < 0 || high + low == 0) {
      throw malformed("percent-encoding");
    }
    return high * 16 + low;
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("utf8");
    }
  }

  private static void refuseUnlessPrintable(char c) {
    if (c <= ' ' || c >= 0x7f) {
      throw malformed("percent-encoding");
    }
  }

  private static Fault malformed(String code) {
    return Fault.invalid(
        "malformed",
        "the address of the request is malformed",
        List.of(new Detail("", code, "not a valid escape")));
  }

  private PercentEncoding() {}
}
