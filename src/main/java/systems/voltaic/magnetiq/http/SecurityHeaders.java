package systems.voltaic.magnetiq.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** The headers that tell browsers what not to do, made once: some on everything, some on pages. */
final class SecurityHeaders {

  /** What data needs: nothing may be loaded from it, nobody may frame it. */
  static final CharSequence DATA_POLICY =
      HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

  private static final CharSequence POLICY = HttpHeaders.createOptimized("content-security-policy");

  private static final String UNUSED =
      "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

  private record Header(CharSequence name, CharSequence value) {}

  private final List<Header> onEverything = new ArrayList<>();
  private final List<Header> onPages = new ArrayList<>();
  private final boolean on;

  SecurityHeaders(boolean on, boolean tls) {
    this.on = on;
    if (on) {
      onEverything.add(header("x-content-type-options", "nosniff"));
      onEverything.add(header("cross-origin-resource-policy", "same-origin"));
      if (tls) {
        onEverything.add(header("strict-transport-security", "max-age=31536000"));
      }
      onPages.add(header("x-frame-options", "DENY"));
      onPages.add(header("referrer-policy", "strict-origin-when-cross-origin"));
      onPages.add(header("permissions-policy", UNUSED));
      onPages.add(header("cross-origin-opener-policy", "same-origin"));
    }
  }

  /** What has a policy of its own is a page; everything else is data. */
  void mark(MultiMap answer) {
    if (!on) {
      return;
    }
    add(answer, onEverything);
    if (answer.contains(POLICY)) {
      add(answer, onPages);
    } else {
      answer.add(POLICY, DATA_POLICY);
    }
  }

  private static void add(MultiMap answer, List<Header> headers) {
    for (int i = 0; i < headers.size(); i++) {
      answer.add(headers.get(i).name(), headers.get(i).value());
    }
  }

  private static Header header(String name, String value) {
    return new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
  }
}
