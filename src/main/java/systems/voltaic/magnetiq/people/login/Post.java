package systems.voltaic.magnetiq.people.login;

import io.vertx.core.Future;
import java.util.Map;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Tx;

/** Writes a letter to somebody: it leaves if, and only if, the transaction commits. */
@FunctionalInterface
public interface Post {

  /** The values fill what the letter leaves open. */
  Future<Void> send(Tx tx, String letter, String to, Language language, Map<String, String> values);
}
