package systems.voltaic.magnetiq.audit;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;
import systems.voltaic.magnetiq.access.Caller;

/** What actors are called today: the audit itself keeps no names. */
@FunctionalInterface
public interface ActorNames {

  ActorNames UNKNOWN = (caller, actors) -> Future.succeededFuture(Map.of());

  /** Names by actor, such as "person:…"; who is not known has none. */
  Future<Map<String, String>> of(Caller caller, Set<String> actors);
}
