package systems.voltaic.magnetiq.cache;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What an Accept-Encoding header wants (RFC 9110, 12.5.3); among equals the smallest form wins. */
record AcceptEncoding(float brotli, float gzip, float identity) {

  private static final AcceptEncoding NONE = new AcceptEncoding(0, 0, 1);
  private static final int LONGEST = 200;
  private static final int MOST_KEPT = 64;
  private static final Map<String, AcceptEncoding> SEEN = new ConcurrentHashMap<>();

  /** Browsers send a handful of different ones, so these are read once. */
  static AcceptEncoding of(String header) {
    if (header == null || header.length() > LONGEST) {
      return NONE;
    }
    AcceptEncoding seen = SEEN.get(header);
    if (seen == null) {
      seen = read(header);
      if (SEEN.size() < MOST_KEPT) {
        SEEN.put(header, seen);
      }
    }
    return seen;
  }

  Representation choose(FinishedAnswer answer) {
    boolean br = answer.brotli() != null && brotli > 0;
    boolean gz = answer.gzip() != null && gzip > 0;
    if (br && brotli >= identity && (!gz || brotli >= gzip)) {
      return answer.brotli();
    }
    return gz && gzip >= identity ? answer.gzip() : answer.identity();
  }

  private static AcceptEncoding read(String header) {
    float any = -1;
    float br = -1;
    float gz = -1;
    float plain = -1;
    for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] words = part.split(";", 2);
      float weight = words.length == 1 ? 1 : weight(words[1]);
      switch (words[0].strip()) {
        case "br" -> br = weight;
        case "gzip", "x-gzip" -> gz = weight;
        case "identity" -> plain = weight;
        case "*" -> any = weight;
        default -> {}
      }
    }
    float others = Math.max(any, 0);
    return new AcceptEncoding(or(br, others), or(gz, others), or(plain, any == 0 ? 0 : LEAST));
  }

  // Not named and not refused: acceptable, but less welcome than whatever was named.
  private static final float LEAST = 0.0001f;

  private static float or(float named, float otherwise) {
    return named < 0 ? otherwise : named;
  }

  private static float weight(String parameter) {
    String text = parameter.strip();
    try {
      return text.startsWith("q=")
          ? Math.min(1, Math.max(0, Float.parseFloat(text.substring(2))))
          : 1;
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }
}
