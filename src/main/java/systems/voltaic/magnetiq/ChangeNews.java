package systems.voltaic.magnetiq;

import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import systems.voltaic.magnetiq.bus.Topics;
import systems.voltaic.magnetiq.bus.Topics.Changed;

/**
 * Tells open pages of what was written down as changed. What comes together is told together: of
 * each kind the one that changed, or any when there are more.
 */
final class ChangeNews {

  private static final long GATHER_MILLIS = 100;
  private static final String SESSIONS = "sessions";

  /** Kinds of subjects, and what open pages call them. */
  private static final Map<String, String> KINDS =
      Map.of(
          "person", "people",
          "people", "people",
          "role", "roles",
          "key", "keys",
          "job", "jobs",
          "mail", "mails",
          "webhook", "webhooks",
          "tick", "ticks");

  /** What is noted, but leaves everything as it was. */
  private static final Set<String> NO_CHANGE =
      Set.of("login.failed", "factors.refused", "people.exported");

  private final Vertx vertx;
  private final Map<String, Changed> waiting = new LinkedHashMap<>();

  ChangeNews(Vertx vertx) {
    this.vertx = vertx;
  }

  void noted(String action, String subject) {
    of(action, subject).ifPresent(this::add);
  }

  /** Some session began, ended or may do other things than before. */
  void sessions() {
    add(new Changed(SESSIONS, null));
  }

  private synchronized void add(Changed change) {
    if (waiting.isEmpty()) {
      vertx.setTimer(
          GATHER_MILLIS, later -> take().forEach(each -> Topics.CHANGED.publish(vertx, each)));
    }
    waiting.merge(change.what(), change, ChangeNews::both);
  }

  private synchronized List<Changed> take() {
    var all = List.copyOf(waiting.values());
    waiting.clear();
    return all;
  }

  static Changed both(Changed one, Changed other) {
    return Objects.equals(one.id(), other.id()) ? one : new Changed(one.what(), null);
  }

  static Optional<Changed> of(String action, String subject) {
    if (NO_CHANGE.contains(action)) {
      return Optional.empty();
    }
    if (action.startsWith("session.")) {
      return Optional.of(new Changed(SESSIONS, null));
    }
    int colon = subject.indexOf(':');
    String kind = colon < 0 ? subject : subject.substring(0, colon);
    String id = colon < 0 ? null : subject.substring(colon + 1);
    return Optional.ofNullable(KINDS.get(kind)).map(what -> new Changed(what, id));
  }
}
