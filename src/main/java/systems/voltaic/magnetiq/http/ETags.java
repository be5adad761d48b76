package systems.voltaic.magnetiq.http;

import java.util.List;
import java.util.Optional;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.fault.Fault.Detail;

/** Versions as entity tags. */
final class ETags {

  /** If-None-Match compares weakly and may list several. */
  static boolean matches(String header, String tag) {
    if (header.equals(tag) || header.equals("*")) {
      return true;
    }
    if (header.length() > 1000) {
      return false;
    }
    for (String one : header.split(",", -1)) {
      if (strong(one.strip()).equals(strong(tag))) {
        return true;
      }
    }
    return false;
  }

  /** If-Match names the one version that was read: no wildcard, no weak tag, no list. */
  static Optional<Long> version(String header) {
    int last = header.length() - 1;
    boolean quoted =
        last >= 2 && last <= 20 && header.charAt(0) == '"' && header.charAt(last) == '"';
    if (!quoted || !ParameterRule.isWhole(header.substring(1, last))) {
      throw Fault.invalid(
          "invalid",
          "the request does not match the contract",
          List.of(new Detail("/header/If-Match", "version", "not a version that was read")));
    }
    return Optional.of(Long.valueOf(header.substring(1, last)));
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  private ETags() {}
}
