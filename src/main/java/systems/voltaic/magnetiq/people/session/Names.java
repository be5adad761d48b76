package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;

/** Names for people, keys and roles that other records know by their ids only. */
public final class Names {

  private static final Pattern THING =
      Pattern.compile("(?:person|key|role):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final Db db;
  private final NamesSql sql = new NamesSql();

  public Names(Db db) {
    this.db = db;
  }

  /** By thing, as in "person:…" and "key:…"; who was purged has none. */
  public Future<Map<String, String>> of(Caller caller, Set<String> things) {
    Set<UUID> ids =
        things.stream()
            .map(THING::matcher)
            .filter(Matcher::matches)
            .map(thing -> UUID.fromString(thing.group(1)))
            .collect(Collectors.toSet());
    return ids.isEmpty()
        ? Future.succeededFuture(Map.of())
        : sql.of(db.reads(caller), ids, caller.language());
  }
}
