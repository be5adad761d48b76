package systems.voltaic.magnetiq.log;

import java.util.Set;

/**
 * One answered request. Its parts are made by the program, so that only what a client could have
 * chosen has to be masked: there is a line for every request, and masking all of it costs more than
 * the request.
 */
public record AccessLine(
    String method, String route, int status, long millis, String client, String requestId) {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final int ID_LENGTH = 36;

  AccessLine masked(Masker masker) {
    boolean known = METHODS.contains(method);
    boolean own = isOwnId(requestId);
    return known && own
        ? this
        : new AccessLine(
            known ? method : masker.mask(method),
            route,
            status,
            millis,
            client,
            own ? requestId : masker.mask(requestId));
  }

  /** Digits, the letters a to f and hyphens spell no secret and no name. */
  private static boolean isOwnId(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f') && c != '-') {
        return false;
      }
    }
    return id.length() == ID_LENGTH && id.charAt(8) == '-' && id.charAt(23) == '-';
  }

  @Override
  public String toString() {
    return method + " " + route + " " + status + " " + millis + " ms " + client + " " + requestId;
  }
}
