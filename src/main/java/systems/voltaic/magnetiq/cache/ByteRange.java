package systems.voltaic.magnetiq.cache;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One range of bytes of a file (RFC 9110, 14); both ends belong to it. */
record ByteRange(long first, long last) {

  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

  /** Null when the header is nothing we know, and then the whole file is the answer. */
  static ByteRange of(String header, long length) {
    Matcher one = ONE.matcher(header);
    if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
      return null;
    }
    if (one.group(1).isEmpty()) {
      long suffix = Long.parseLong(one.group(2));
      return new ByteRange(suffix == 0 ? length : Math.max(0, length - suffix), length - 1);
    }
    long first = Long.parseLong(one.group(1));
    long last = one.group(2).isEmpty() ? length - 1 : Long.parseLong(one.group(2));
    return last < first && !one.group(2).isEmpty()
        ? null
        : new ByteRange(first, Math.min(last, length - 1));
  }

  boolean satisfiable(long length) {
    return first < length;
  }

  String of(long length) {
    return "bytes " + first + "-" + last + "/" + length;
  }
}
