package systems.voltaic.magnetiq;

import io.vertx.core.Vertx;
import java.util.Map;
import systems.voltaic.magnetiq.bus.Topics;

/** Tells open pages which of their lists somebody's act made old, by what the audit calls it. */
final class ChangeNews {

  /** Settings and pages are announced where it is known what changed. */
  private static final Map<String, String> LISTS =
      Map.ofEntries(
          Map.entry("people", "people"),
          Map.entry("owner", "people"),
          Map.entry("invite", "people"),
          Map.entry("email", "people"),
          Map.entry("factors", "people"),
          Map.entry("roles", "roles"),
          Map.entry("session", "sessions"),
          Map.entry("sessions", "sessions"),
          Map.entry("key", "keys"),
          Map.entry("webhook", "webhooks"),
          Map.entry("job", "jobs"),
          Map.entry("mail", "mails"));

  private final Vertx vertx;

  ChangeNews(Vertx vertx) {
    this.vertx = vertx;
  }

  /** An action such as "roles.created". */
  void acted(String action) {
    String list = LISTS.get(action.substring(0, Math.max(0, action.indexOf('.'))));
    if (list != null) {
      Topics.CHANGED.publish(vertx, new Topics.Changed(list, null));
    }
  }
}
