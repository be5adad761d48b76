package systems.voltaic.magnetiq.people.login;

import java.net.URI;
import java.time.Duration;
import systems.voltaic.magnetiq.people.session.FactorTicket;

/** What is mailed to open doors: purposes, how long they live, and how a link looks. */
final class Links {

  static final String INVITE = "invite";
  static final String SETUP = "setup";
  static final String RESET = "reset";
  static final String EMAIL = "email";
  static final String UNLOCK = "unlock";

  /** Everything that a changed password or address makes worthless. */
  static final String[] DIES_WITH_CHANGE = {
    RESET, EMAIL, UNLOCK, FactorTicket.PURPOSE, "passkey", "sso", "ws"
  };

  static final Duration WEEK = Duration.ofDays(7);
  static final Duration HALF_HOUR = Duration.ofMinutes(30);

  private final String base;

  Links(URI base) {
    this.base = base.toString().replaceAll("/+$", "");
  }

  /** The token stands behind the #, which browsers keep to themselves. */
  String to(String purpose, String token) {
    return base + "/admin/" + purpose + "#token=" + token;
  }

  String page(String path) {
    return base + path;
  }
}
