package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import java.util.UUID;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Tx;

/** Notes what happened to people and tells partners; neither learns more than ids and roles. */
record Chronicle(Audit audit, Announcement announcement) {

  /** What partners learn. */
  record Told(UUID id) {}

  Future<Void> note(Tx tx, String action, Person about, Object before, Object after) {
    return audit.record(tx, "people." + action, about.subject(), before, after);
  }

  Future<Void> noteAll(Tx tx, String action, Object what) {
    return audit.record(tx, "people." + action, "people", null, what);
  }

  Future<Void> tell(Tx tx, String event, UUID person) {
    return announcement.of(tx, "person." + event, new Told(person)).mapEmpty();
  }
}
