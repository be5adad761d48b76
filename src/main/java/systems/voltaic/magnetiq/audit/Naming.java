package systems.voltaic.magnetiq.audit;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import systems.voltaic.magnetiq.access.Caller;

/** What actors and subjects are called today: the audit itself keeps no names. */
@FunctionalInterface
public interface Naming {

  /** Names by thing, such as "person:…"; what is not known has none. */
  Future<Map<String, String>> of(Caller caller, Set<String> things);

  /** Each knows things of its own. */
  static Naming all(Naming... several) {
    return (caller, things) ->
        Future.all(Stream.of(several).map(naming -> naming.of(caller, things)).toList())
            .map(named -> merged(named.list()));
  }

  private static Map<String, String> merged(Iterable<Map<String, String>> several) {
    var all = new HashMap<String, String>();
    several.forEach(all::putAll);
    return all;
  }
}
