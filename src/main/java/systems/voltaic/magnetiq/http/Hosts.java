package systems.voltaic.magnetiq.http;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names this installation answers to. */
final class Hosts {

  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> allowed = new HashSet<>();

  Hosts(HttpConfig config) {
    config.allowedHosts().forEach(host -> allowed.add(host.toLowerCase(Locale.ROOT)));
    if (config.baseUrl().getHost() != null) {
      allowed.add(config.baseUrl().getHost().toLowerCase(Locale.ROOT));
    }
    if (config.development()) {
      allowed.addAll(LOOPBACK);
    }
  }

  void check(String header) {
    if (header == null || header.isEmpty() || !isPlain(header)) {
      throw new Refusal(400, "host-missing");
    }
    if (!allowed.contains(name(header))) {
      throw new Refusal(421, "host-unknown");
    }
  }

  private static String name(String header) {
    int end = header.startsWith("[") ? header.indexOf(']') + 1 : header.indexOf(':');
    String name = end <= 0 ? header : header.substring(0, end);
    return name.toLowerCase(Locale.ROOT);
  }

  private static boolean isPlain(String header) {
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '@' || c == '/' || c == ',') {
        return false;
      }
    }
    return header.length() <= 255;
  }
}
