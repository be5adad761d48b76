package systems.voltaic.magnetiq.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists of nasty things under src/test/resources/hostile, one a line. */
final class HostileLists {

  static List<byte[]> of(String name) {
    return Contract.resource("/hostile/" + name + ".txt")
        .lines()
        .filter(line -> !line.startsWith("# "))
        .map(HostileLists::bytes)
        .toList();
  }

  /** Knows \xHH, \r, \n and \\; everything else stands for itself. */
  private static byte[] bytes(String line) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < line.length(); i++) {
      char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
      if (line.charAt(i) != '\\' || "xrn\\".indexOf(next) < 0) {
        int point = line.codePointAt(i);
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(point) - 1;
      } else if (next == 'x') {
        bytes.write(Integer.parseInt(line.substring(i + 2, i + 4), 16));
        i += 3;
      } else {
        bytes.write(next == 'r' ? '\r' : next == 'n' ? '\n' : '\\');
        i++;
      }
    }
    return bytes.toByteArray();
  }

  private HostileLists() {}
}
