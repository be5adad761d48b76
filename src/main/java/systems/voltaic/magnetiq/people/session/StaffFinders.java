package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import java.util.List;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Finder;
import systems.voltaic.magnetiq.access.Found;
import systems.voltaic.magnetiq.db.Db;

/** Finds people, roles and keys by their names. */
public final class StaffFinders {

  private static final int OWNER = 40;

  private final Db db;
  private final StaffFinderSql sql = new StaffFinderSql();

  public StaffFinders(Db db) {
    this.db = db;
  }

  public List<Finder> all() {
    return List.of(this::people, this::roles, this::keys);
  }

  private Future<List<Found>> people(Caller caller, String q) {
    return caller.may("people:read") ? sql.people(db.reads(caller), q) : nothing();
  }

  private Future<List<Found>> roles(Caller caller, String q) {
    return caller.may("roles:read") ? sql.roles(db.reads(caller), q, caller.language()) : nothing();
  }

  /** One's own; the owner of the installation sees all, as in their list. */
  private Future<List<Found>> keys(Caller caller, String q) {
    var person = caller.person();
    return caller.may("keys:manage") && person.isPresent()
        ? sql.keys(db.reads(caller), q, person.get().person(), person.get().rank() >= OWNER)
        : nothing();
  }

  private static Future<List<Found>> nothing() {
    return Future.succeededFuture(List.of());
  }
}
