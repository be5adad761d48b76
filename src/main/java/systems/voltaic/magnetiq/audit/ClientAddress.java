package systems.voltaic.magnetiq.audit;

import java.util.regex.Pattern;

/** An address names a person: what is kept of it is the network it lies in. */
final class ClientAddress {

  private static final Pattern FOUR =
      Pattern.compile("(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})\\.\\d{1,3}");
  private static final Pattern SIX =
      Pattern.compile("([0-9a-f]{1,4}:[0-9a-f]{1,4}:[0-9a-f]{1,4}):[0-9a-f:]+/64");

  static String masked(String client) {
    var four = FOUR.matcher(client);
    if (four.matches()) {
      return four.group(1) + ".0";
    }
    var six = SIX.matcher(client);
    return six.matches() ? six.group(1) + "::/48" : client;
  }

  private ClientAddress() {}
}
