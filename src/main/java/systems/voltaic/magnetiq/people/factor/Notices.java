package systems.voltaic.magnetiq.people.factor;

import io.vertx.core.Future;
import java.util.Map;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Tx;

/** Tells somebody by mail what happened to their factors, if the transaction commits. */
@FunctionalInterface
public interface Notices {

  Future<Void> send(Tx tx, String letter, String to, Language language, Map<String, String> values);
}
