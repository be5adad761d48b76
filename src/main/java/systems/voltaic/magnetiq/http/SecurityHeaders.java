package systems.voltaic.magnetiq.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** The headers every answer carries, made once. */
final class SecurityHeaders {

  /** What data needs: nothing may be loaded from it, nobody may frame it. */
  static final CharSequence DATA_POLICY =
      HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

  private static final CharSequence POLICY = HttpHeaders.createOptimized("content-security-policy");

  private record Header(CharSequence name, CharSequence value) {}

  private final List<Header> headers = new ArrayList<>();
  private final boolean on;

  SecurityHeaders(boolean on, boolean tls) {
    this.on = on;
    if (on) {
      add("x-content-type-options", "nosniff");
      add("x-frame-options", "DENY");
      add("referrer-policy", "strict-origin-when-cross-origin");
      add("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
      add("cross-origin-opener-policy", "same-origin");
      add("cross-origin-resource-policy", "same-origin");
      if (tls) {
        add("strict-transport-security", "max-age=31536000");
      }
    }
  }

  void mark(MultiMap answer) {
    for (int i = 0; i < headers.size(); i++) {
      answer.add(headers.get(i).name(), headers.get(i).value());
    }
    if (on && !answer.contains(POLICY)) {
      answer.add(POLICY, DATA_POLICY);
    }
  }

  private void add(String name, String value) {
    headers.add(new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value)));
  }
}
