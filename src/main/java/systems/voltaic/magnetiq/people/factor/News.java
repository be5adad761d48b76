package systems.voltaic.magnetiq.people.factor;

import io.vertx.core.Future;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Tx;

/** What happens to somebody's factors is written down, and told them by mail. */
final class News {

  private final Audit audit;
  private final Notices notices;
  private final String link;

  News(Audit audit, Notices notices, URI base) {
    this.audit = audit;
    this.notices = notices;
    this.link = base.toString().replaceAll("/+$", "") + "/admin/forgot";
  }

  Future<Void> tell(Tx tx, Holder holder, String letter, Map<String, String> values) {
    var all = new HashMap<>(values);
    all.put("name", holder.name());
    all.put("link", link);
    return notices.send(tx, letter, holder.email(), holder.language(), all);
  }

  Future<Void> added(Tx tx, Holder holder, Map<String, ?> factor) {
    return audit.record(tx, "factors.added", Tickets.subject(holder.id()), null, factor);
  }

  Future<Void> removed(Tx tx, Holder holder, Map<String, ?> factor) {
    return audit.record(tx, "factors.removed", Tickets.subject(holder.id()), factor, null);
  }

  /** Anything else, such as a code that was used or refused. */
  Future<Void> noted(Tx tx, String action, Holder holder, Map<String, ?> details) {
    return audit.record(tx, action, Tickets.subject(holder.id()), null, details);
  }
}
